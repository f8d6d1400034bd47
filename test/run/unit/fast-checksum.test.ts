import fc from 'fast-check';
import { CHECKSUM_BYTES, fastChecksum } from '../../../src/run/fast-checksum.js';

test('the same bytes have the same checksum, and one changed bit gives another', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), fc.nat(), fc.nat(7), (bytes, at, bit) => {
      const checksum = fastChecksum(bytes);
      expect(checksum).toHaveLength(CHECKSUM_BYTES);
      expect(fastChecksum(Uint8Array.from(bytes)).equals(checksum)).toBe(true);
      const changed = Uint8Array.from(bytes);
      changed[at % bytes.length]! ^= 1 << bit;
      expect(fastChecksum(changed).equals(checksum)).toBe(false);
    }),
  );
});

test('bytes that are longer by a zero have another, and none have one too', () => {
  expect(fastChecksum(new Uint8Array(0))).toHaveLength(CHECKSUM_BYTES);
  expect(fastChecksum(new Uint8Array(0)).equals(fastChecksum(new Uint8Array(1)))).toBe(false);
  expect(fastChecksum(new Uint8Array(16)).equals(fastChecksum(new Uint8Array(17)))).toBe(false);
});
