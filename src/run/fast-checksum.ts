import { createCipheriv } from 'node:crypto';

export const CHECKSUM_BYTES = 16;
const KEY = new Uint8Array(16).fill(0x64);
const NONCE = new Uint8Array(12);

/**
 * 128 bits that tell whether bytes are still those that were written: AES-GMAC with a key that everybody knows. Damage goes
 * unseen once in 10^38 times, as with SHA-256 cut to its length, at a fifth of the cost. It says nothing against a person
 * who changes a file on purpose; such a person can write the manifest anew as well.
 */
export function fastChecksum(bytes: Uint8Array): Buffer {
  const mac = createCipheriv('aes-128-gcm', KEY, NONCE);
  mac.setAAD(bytes);
  mac.final();
  return mac.getAuthTag();
}
