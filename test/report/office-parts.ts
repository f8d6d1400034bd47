import { inflateRawSync } from 'node:zlib';

/** The files of a zip archive as texts, by name. */
export function unzip(bytes: Uint8Array): ReadonlyMap<string, string> {
  const zip = Buffer.from(bytes);
  const files = new Map<string, string>();
  const end = zip.length - 22;
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [packed, nameBytes] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28)];
    const name = zip.toString('utf8', at + 46, at + 46 + nameBytes);
    const file = zip.readUInt32LE(at + 42);
    const start = file + 30 + zip.readUInt16LE(file + 26) + zip.readUInt16LE(file + 28);
    const content = zip.subarray(start, start + packed);
    files.set(name, (zip.readUInt16LE(at + 10) === 0 ? content : inflateRawSync(content)).toString('utf8'));
    at += 46 + nameBytes + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}

/** What is wrong with an XML text: tags that do not match, bare signs, characters that XML cannot hold. Null: nothing. */
export function xmlFault(xml: string): string | null {
  const open: string[] = [];
  const body = xml.replace(/^<\?xml[^>]*\?>\s*/, '');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const bad = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])/.exec(
    xml,
  );
  if (bad !== null) return `character ${bad[0].charCodeAt(0)} at ${bad.index}`;
  let at = 0;
  for (const tag of body.matchAll(/<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/g)) {
    const text = body.slice(at, tag.index) + tag[3];
    if (/<|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(text))
      return `bare sign in ${text.slice(0, 80)}`;
    const [whole, closing, name, , empty] = tag;
    if (closing === '/') {
      if (open.pop() !== name) return `</${name}> closes another tag`;
    } else if (empty === '') open.push(name!);
    at = tag.index + whole.length;
  }
  return open.length === 0 && at === body.trimEnd().length ? null : `not closed: ${open.join(' ')}`;
}

/** The text of each paragraph of a Word document. */
export function paragraphs(xml: string): readonly string[] {
  return [...xml.matchAll(/<w:p>(.*?)<\/w:p>|<w:p\/>/gs)].map(([, content = '']) =>
    [...content.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => plainText(text!)).join(''),
  );
}

function plainText(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
