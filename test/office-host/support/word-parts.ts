import { pack } from '../../hosts/files/docx/package.ts';
import { blankParts } from '../word/docx/blank-document.ts';

/** A .docx with this body (without its layout), and other parts changed or added. */
export function documentWith(body: string, parts: Readonly<Record<string, string>> = {}): Promise<Uint8Array> {
  const all = new Map([...blankParts()].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
  const main = all.get('word/document.xml') ?? '';
  all.set('word/document.xml', main.replace('<w:p/>', body));
  for (const [name, xml] of Object.entries(parts)) all.set(name, xml);
  return pack(all);
}

export function line(...content: readonly string[]): string {
  return `<w:p>${content.join('')}</w:p>`;
}

export function words(text: string): string {
  return `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A content control; its number is taken from the tag. */
export function control(tag: string, content: string, more = ''): string {
  const id = Array.from(tag).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 90_000_000, 7);
  return `<w:sdt><w:sdtPr><w:alias w:val="${tag}的来源"/><w:tag w:val="${tag}"/><w:id w:val="${String(id)}"/>${more}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
}

export function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
