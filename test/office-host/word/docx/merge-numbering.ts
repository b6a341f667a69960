import type { WordModel } from '../model/word-model.ts';
import { XmlElement } from '../tree/xml-tree.ts';
import type { Parts } from './parts.ts';

/**
 * Brings the lists that a text and the styles that came with it use into the document: under new numbers, so that they count for
 * themselves.
 */
export function mergeNumbering(model: WordModel, source: Parts, main: string, users: readonly XmlElement[]): void {
  const theirs = source.relatedTree(main, 'numbering');
  if (theirs === undefined) return;
  const lists = new Map<string, string>();
  const definitions = new Map<string, string>();
  const ours = (): XmlElement => numberingOf(model);
  const bring = (id: string): string => {
    const known = lists.get(id);
    if (known !== undefined) return known;
    const list = theirs.elements.find((one) => one.name === 'w:num' && one.get('w:numId') === id);
    if (list === undefined) return id;
    const old = list.child('w:abstractNumId')?.get('w:val') ?? '';
    let definition = definitions.get(old);
    if (definition === undefined) {
      definition = free(ours(), 'w:abstractNum', 'w:abstractNumId');
      definitions.set(old, definition);
      const copy = theirs.elements.find((one) => one.name === 'w:abstractNum' && one.get('w:abstractNumId') === old);
      if (copy === undefined) return id;
      const made = copy.clone().set('w:abstractNumId', definition);
      // The definitions stand before the lists.
      const place = ours().children.findIndex((one) => one instanceof XmlElement && one.name === 'w:num');
      ours().insert(place < 0 ? ours().length : place, made);
    }
    const number = free(ours(), 'w:num', 'w:numId');
    lists.set(id, number);
    const copy = list.clone().set('w:numId', number);
    copy.child('w:abstractNumId')?.set('w:val', definition);
    ours().append(copy);
    return number;
  };
  for (const use of users.flatMap((one) => one.all('w:numId'))) use.set('w:val', bring(use.get('w:val') ?? ''));
}

function numberingOf(model: WordModel): XmlElement {
  const found = model.parts.relatedTree(model.mainPart, 'numbering');
  if (found !== undefined) return found;
  const part = 'word/numbering.xml';
  model.parts.add(
    model.mainPart,
    'numbering',
    part,
    '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"></w:numbering>',
  );
  return model.parts.tree(part);
}

function free(root: XmlElement, name: string, attribute: string): string {
  const taken = root.elements.filter((one) => one.name === name).map((one) => Number(one.get(attribute)));
  return String(Math.max(0, ...taken) + 1);
}
