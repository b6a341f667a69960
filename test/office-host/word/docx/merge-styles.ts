import type { WordModel } from '../model/word-model.ts';
import type { XmlElement } from '../tree/xml-tree.ts';
import type { Parts } from './parts.ts';

/** Elements that name a style by its id. */
const USES = ['w:pStyle', 'w:rStyle', 'w:tblStyle'];
const LINKS = ['w:basedOn', 'w:next', 'w:link'];

/**
 * Brings the styles that a text uses into the document. A style that the document knows by name stays as it is there, whatever the
 * other document says of it.
 * @returns the styles that are new in the document
 */
export function mergeStyles(model: WordModel, source: Parts, main: string, content: XmlElement): readonly XmlElement[] {
  const theirs = source.relatedTree(main, 'styles');
  if (theirs === undefined) return [];
  const brought: XmlElement[] = [];
  const ours = stylesOf(model);
  const ids = new Map<string, string>();
  const byId = new Map(theirs.all('w:style').map((style) => [style.get('w:styleId') ?? '', style]));
  const bring = (id: string): string => {
    const known = ids.get(id);
    if (known !== undefined) return known;
    const style = byId.get(id);
    if (style === undefined) return id;
    const same = ours.elements.find((one) => one.name === 'w:style' && nameOf(one) === nameOf(style));
    const free = same?.get('w:styleId') ?? freeId(ours, id);
    ids.set(id, free);
    if (same !== undefined) return free;
    const copy = style.clone().set('w:styleId', free);
    // The document has default styles of its own.
    copy.attributes.delete('w:default');
    ours.append(copy);
    brought.push(copy);
    for (const name of LINKS) {
      const link = copy.child(name);
      link?.set('w:val', bring(link.get('w:val') ?? ''));
    }
    return free;
  };
  for (const name of USES) for (const use of content.all(name)) use.set('w:val', bring(use.get('w:val') ?? ''));
  return brought;
}

function stylesOf(model: WordModel): XmlElement {
  const found = model.parts.relatedTree(model.mainPart, 'styles');
  if (found !== undefined) return found;
  const part = 'word/styles.xml';
  model.parts.add(
    model.mainPart,
    'styles',
    part,
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"></w:styles>',
  );
  return model.parts.tree(part);
}

function nameOf(style: XmlElement): string {
  return (style.child('w:name')?.get('w:val') ?? style.get('w:styleId') ?? '').toLowerCase();
}

function freeId(styles: XmlElement, id: string): string {
  const taken = new Set(styles.all('w:style').map((style) => style.get('w:styleId')));
  let free = id;
  for (let number = 1; taken.has(free); number += 1) free = `${id}${String(number)}`;
  return free;
}
