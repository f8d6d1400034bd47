import fc from 'fast-check';
import { XmlScanner } from '../../../src/input/workbook/xml-scanner.js';

const XML = Buffer.from(
  '\ufeff<?xml version="1.0"?>\n<!-- <a> -->\n<x:root a="1" b=\'2 > "1"\'><row  r = "7" ><t>Đại &amp; <![CDATA[<b>]]></t><c/></row >' +
    '<tên>Nguyễn</tên></x:root>\n',
);

/** What a scanner tells, texts joined, for pieces of any size. */
function events(pieces: readonly Buffer[]): string[] {
  const found: string[] = [];
  const scanner = new XmlScanner({
    open: (name, { attributes }) => {
      found.push(`<${name} ${JSON.stringify([...attributes.call(scanner)])}`);
    },
    close: (name) => {
      found.push(`/${name}`);
    },
    text: (bytes, from, to, isLiteral) => {
      found.push(`${isLiteral ? 'literal' : 'text'} ${bytes.toString('utf8', from, to)}`);
    },
  });
  for (const piece of pieces) scanner.push(piece);
  scanner.end();
  return found;
}

const WHOLE = events([XML]);

test('names without prefix, attributes, texts', () => {
  expect(WHOLE).toEqual([
    '<root [["a","1"],["b","2 > \\"1\\""]]', '<row [["r","7"]]', '<t []', 'text Đại &amp; ', 'literal <b>', '/t', '<c []', '/c',
    '/row', `<${Buffer.from('tên').toString('latin1')} []`, 'text Nguyễn', `/${Buffer.from('tên').toString('latin1')}`, '/root',
  ]); // biome-ignore format: a list
});

test('pieces of any size tell the same', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), (sizes) => {
      const pieces: Buffer[] = [];
      for (let at = 0, i = 0; at < XML.length; i++) {
        const size = sizes[i % sizes.length] as number;
        pieces.push(XML.subarray(at, at + size));
        at += size;
      }
      expect(events(pieces)).toEqual(WHOLE);
    }),
  );
});
