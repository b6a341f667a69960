import { itemNotFound } from '../../rich-api/failure.ts';
import { XmlElement } from '../tree/xml-tree.ts';
import { paragraphsIn, type Extent } from './extent.ts';
import type { WordModel } from './word-model.ts';

export interface ShownStyle {
  /** As the file names it; empty when the paragraphs have several. */
  readonly name: string;
  /** `Heading1`; `Other` for a style that is not built in. */
  readonly builtIn: string;
}

const BUILT_IN: Readonly<Record<string, string>> = {
  normal: 'Normal',
  title: 'Title',
  subtitle: 'Subtitle',
  header: 'Header',
  footer: 'Footer',
};

function stylesIn(model: WordModel): readonly XmlElement[] {
  return model.parts.relatedTree(model.mainPart, 'styles')?.all('w:style') ?? [];
}

function styleNamed(model: WordModel, paragraph: XmlElement): XmlElement | undefined {
  const id = paragraph.child('w:pPr')?.child('w:pStyle')?.get('w:val');
  const all = stylesIn(model).filter((style) => style.get('w:type') === 'paragraph');
  return all.find((style) => (id === undefined ? style.get('w:default') === '1' : style.get('w:styleId') === id));
}

function nameOf(style: XmlElement | undefined): string {
  return style?.child('w:name')?.get('w:val') ?? 'Normal';
}

/** The style of the paragraphs. */
export function styleOf(model: WordModel, extent: Extent): ShownStyle {
  const names = [...new Set(paragraphsIn(extent).map((one) => nameOf(styleNamed(model, one))))];
  const [name = ''] = names;
  if (names.length !== 1) return { name: '', builtIn: '' };
  const heading = /^heading (\d)$/i.exec(name)?.[1];
  return { name, builtIn: heading === undefined ? (BUILT_IN[name.toLowerCase()] ?? 'Other') : `Heading${heading}` };
}

/** @throws Failure when the document has no style of that name */
export function setStyle(model: WordModel, extent: Extent, name: string): void {
  model.edit(extent.start.node);
  const style = stylesIn(model).find((one) => nameOf(one).toLowerCase() === name.toLowerCase());
  const id = style?.get('w:styleId');
  if (id === undefined) throw itemNotFound(`style ${name}`);
  for (const paragraph of paragraphsIn(extent)) {
    const properties = paragraph.ensure('w:pPr');
    const found = properties.child('w:pStyle');
    if (found !== undefined) found.set('w:val', id);
    else properties.insert(0, new XmlElement('w:pStyle', { 'w:val': id }));
  }
}

/** The list that a paragraph belongs to, itself or by its style. */
export function listOf(model: WordModel, paragraph: XmlElement): string | undefined {
  const own = paragraph.child('w:pPr')?.child('w:numPr')?.child('w:numId')?.get('w:val');
  if (own !== undefined) return own === '0' ? undefined : own;
  return styleNamed(model, paragraph)?.child('w:pPr')?.child('w:numPr')?.child('w:numId')?.get('w:val');
}
