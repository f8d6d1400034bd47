import { deflateRawSync } from 'node:zlib';
import { crc32 } from '../../src/domain/crc32.js';

/** One entry of a zip file under full control: everything may be wrong. */
export interface ZipEntry {
  readonly name: string | Buffer;
  readonly content: Buffer | string;
  /** 0 stored, 8 deflated (default). */
  readonly method?: number;
  /** General purpose bits; 0x800 says that the name is UTF-8, 1 that the entry is encrypted. */
  readonly flags?: number;
  readonly crc?: number;
  /** The unpacked length that is stated. */
  readonly bytes?: number;
}

/** The bytes of a zip file. */
export function zipFile(entries: readonly ZipEntry[], comment = ''): Buffer {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const { name, content, method = 8, flags = 0x800, ...stated } of entries) {
    const label = Buffer.from(name);
    const bytes = Buffer.from(content);
    const packed = method === 8 ? deflateRawSync(bytes) : bytes;
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(flags, 2);
    head.writeUInt16LE(method, 4);
    head.writeUInt32LE(stated.crc ?? crc32(bytes), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(stated.bytes ?? bytes.length, 18);
    head.writeUInt16LE(label.length, 22);
    parts.push(Buffer.from('PK\x03\x04'), head, label, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    list.push(Buffer.from('PK\x01\x02\x14\x00'), head, tail, label);
    offset += 30 + label.length + packed.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...parts, directory, end, Buffer.from(comment)]);
}
