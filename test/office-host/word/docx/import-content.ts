import { XmlElement } from '../tree/xml-tree.ts';
import { idOf, setProperty } from '../model/control.ts';
import type { WordModel } from '../model/word-model.ts';
import { mergeNumbering } from './merge-numbering.ts';
import { mergeStyles } from './merge-styles.ts';
import type { Parts } from './parts.ts';

/** What of another document is put into this one: its text. Page set-up, headers, footers, notes and custom XML are left behind. */
export function importContent(model: WordModel, source: Parts, into: string): readonly XmlElement[] {
  const main = source.related('', 'officeDocument') ?? 'word/document.xml';
  const root = source.tree(main);
  const blocks = (root.child('w:body')?.elements ?? [])
    .filter(({ name }) => name !== 'w:sectPr')
    .map((block) => block.clone());
  const content = new XmlElement('w:body', {}, blocks);
  for (const section of content.all('w:sectPr')) take(section);
  for (const name of [
    'w:footnoteReference',
    'w:endnoteReference',
    'w:commentReference',
    'w:commentRangeStart',
    'w:commentRangeEnd',
  ])
    content.all(name).forEach(take);
  const styles = mergeStyles(model, source, main, content);
  mergeNumbering(model, source, main, [content, ...styles]);
  copyRelated(model, source, main, into, content);
  numberControls(model, content);
  declareNamespaces(root, model.parts.tree(into));
  for (const block of blocks) {
    content.children.splice(content.children.indexOf(block), 1);
    block.parent = undefined;
  }
  return blocks;
}

function take(element: XmlElement): void {
  const { parent } = element;
  if (parent === undefined) return;
  parent.children.splice(parent.children.indexOf(element), 1);
  element.parent = undefined;
}

/** Controls whose number is taken get another one. */
function numberControls(model: WordModel, content: XmlElement): void {
  const taken = new Set(model.allControls.map(idOf));
  let free = model.freeControlId();
  for (const control of content.all('w:sdt')) {
    if (taken.has(idOf(control)) || idOf(control) === 0) {
      while (taken.has(free)) free += 1;
      setProperty(control, 'w:id', String(free));
    }
    taken.add(idOf(control));
  }
}

/** Links and pictures: the parts that the text refers to by a relationship. */
function copyRelated(model: WordModel, source: Parts, main: string, into: string, content: XmlElement): void {
  const related = source.source.relationships(main);
  const copied = new Map<string, string>();
  const visit = (element: XmlElement): void => {
    for (const [name, value] of element.attributes) {
      if (!name.startsWith('r:')) continue;
      const one = related.find(({ id }) => id === value);
      if (one === undefined) continue;
      let id = copied.get(value);
      if (id === undefined) {
        const data = source.source.parts.get(one.target);
        const target = data === undefined ? one.target : copyPart(model.parts, one.target, data);
        id = model.parts.relate(into, one.type, target, data === undefined);
        copied.set(value, id);
      }
      element.set(name, id);
    }
    element.elements.forEach(visit);
  };
  visit(content);
}

function copyPart(parts: Parts, name: string, data: Uint8Array): string {
  const [, stem = '', extension = ''] = /^(.*?)\d*\.(\w+)$/.exec(name) ?? [];
  let number = 1;
  while (parts.source.has(`${stem}${String(number)}.${extension}`)) number += 1;
  const free = `${stem}${String(number)}.${extension}`;
  parts.source.parts.set(free, data);
  parts.declareExtension(extension);
  return `/${free}`;
}

/** What the text uses has to be declared where it is put in. */
function declareNamespaces(from: XmlElement, to: XmlElement): void {
  for (const [name, value] of from.attributes) {
    if (!name.startsWith('xmlns:')) continue;
    const known = to.get(name);
    if (known === undefined) to.set(name, value);
    else if (known !== value) throw new Error(`the prefix ${name} means two things: ${known} and ${value}`);
  }
  const ignorable = new Set(
    [to.get('mc:Ignorable'), from.get('mc:Ignorable')]
      .flatMap((list) => (list ?? '').split(' '))
      .filter((one) => one !== ''),
  );
  if (ignorable.size > 0) to.set('mc:Ignorable', [...ignorable].join(' '));
}
