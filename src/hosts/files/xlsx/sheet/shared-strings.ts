import { localName, xmlParser } from '../../../xml/xml-parser.ts';
import { decodeXString } from '../../../xml/xstring.ts';

/** The shared strings of a workbook in their order; rich text as plain text, phonetic runs left out. */
export function readSharedStrings(text: string, part: string): string[] {
  const parser = xmlParser(part);
  const path: string[] = [];
  const strings: string[] = [];
  let current = '';
  const isText = (): boolean =>
    path.at(-1) === 't' && (path.length === 3 || (path.length === 4 && path[2] === 'r')) && path[1] === 'si';
  parser.on('opentag', (tag) => {
    path.push(localName(tag.name));
    if (path.length === 2) current = '';
  });
  const onText = (piece: string): void => {
    if (isText()) current += piece;
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('closetag', () => {
    if (path.length === 2 && path[1] === 'si') strings.push(decodeXString(current));
    path.pop();
  });
  parser.write(text).close();
  return strings;
}
