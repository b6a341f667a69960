import { OfficePackage, relationshipsOf } from '../../excel/xlsx/package.ts';
import { walkBetween } from '../tree/walk.ts';
import { XmlElement, XmlText, type XmlNode } from '../tree/xml-tree.ts';
import { elementText, parseTree } from '../tree/xml-text.ts';
import type { Extent } from '../model/extent.ts';
import type { WordModel } from '../model/word-model.ts';
import { PART_KINDS, Parts } from './parts.ts';

const PACKAGE = 'http://schemas.microsoft.com/office/2006/xmlPackage';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONSHIPS_TYPE = 'application/vnd.openxmlformats-package.relationships+xml';
const DOCUMENT_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const MAIN = 'word/document.xml';

/**
 * A part of the text as one XML file (`pkg:package`): the text with its pictures and links, the styles and the lists. Headers, footers
 * and custom XML are not in it.
 */
export function flatOpc(model: WordModel, extent: Extent, storyPart: string): string {
  const { root } = model;
  const section = model.body.child('w:sectPr')?.clone();
  if (section !== undefined) dropReferences(section);
  const body = new XmlElement('w:body', {}, [...copyBetween(extent), ...(section === undefined ? [] : [section])]);
  const document = new XmlElement('w:document', Object.fromEntries(root.attributes), [body]);
  const own = (['styles', 'numbering'] as const).flatMap((kind) => {
    const tree = model.parts.relatedTree(model.mainPart, kind);
    return tree === undefined ? [] : [{ kind, xml: elementText(tree) }];
  });
  const used = new Set(referencesIn(document));
  const { source } = model.parts;
  const links = source.relationships(storyPart).filter(({ id }) => used.has(id));
  const relationships = [
    ...own.map(({ kind }) => relationship(`jx${kind}`, kind, `${kind}.xml`)),
    ...links.map(({ id, type, target }) =>
      source.has(target) ? relationship(id, type, `/${target}`) : relationship(id, type, target, 'External'),
    ),
  ];
  return [
    '<?xml version="1.0" standalone="yes"?>\r\n',
    `<pkg:package xmlns:pkg="${PACKAGE}">`,
    part('_rels/.rels', RELATIONSHIPS_TYPE, relationshipsXml([relationship('rId1', 'officeDocument', MAIN)])),
    part(relationshipsOf(MAIN), RELATIONSHIPS_TYPE, relationshipsXml(relationships)),
    part(MAIN, DOCUMENT_TYPE, elementText(document)),
    ...own.map(({ kind, xml }) => part(`word/${kind}.xml`, PART_KINDS[kind], xml)),
    ...links.flatMap(({ target }) => {
      const data = source.parts.get(target);
      return data === undefined ? [] : [binaryPart(target, data)];
    }),
    '</pkg:package>',
  ].join('');
}

/** Reads one XML file as a package. */
export function readFlatOpc(xml: string): Parts {
  const root = parseTree(xml);
  if (root.name !== 'pkg:package') throw new Error('no package');
  const parts = new Map<string, Uint8Array>();
  for (const one of root.elements) {
    const [content] = one.child('pkg:xmlData')?.elements ?? [];
    const name = one.get('pkg:name');
    if (name === undefined) continue;
    if (content !== undefined) parts.set(name, new TextEncoder().encode(elementText(content)));
    const [binary] = one.child('pkg:binaryData')?.children ?? [];
    if (binary instanceof XmlText) parts.set(name, new Uint8Array(Buffer.from(binary.data, 'base64')));
  }
  return new Parts(OfficePackage.of(parts));
}

/** A copy of what lies between two points, in the paragraphs and tables that it stands in. */
function copyBetween(extent: Extent): readonly XmlElement[] {
  const copies = new Map<XmlElement, XmlElement>();
  const blocks: XmlElement[] = [];
  const copyOf = (element: XmlElement): XmlElement | undefined => {
    const known = copies.get(element);
    if (known !== undefined) return known;
    if (STORIES.has(element.name)) return undefined;
    const copy = new XmlElement(element.name, Object.fromEntries(element.attributes));
    copies.set(element, copy);
    for (const property of element.elements) if (OWN.has(property.name)) copy.append(property.clone());
    put(element, copy);
    return copy;
  };
  const put = (original: XmlNode, copy: XmlNode): void => {
    const around = original.parent === undefined ? undefined : copyOf(original.parent);
    if (around !== undefined) around.append(copy);
    else if (copy instanceof XmlElement && copy.name !== 'w:sectPr') blocks.push(copy);
  };
  walkBetween(extent.start, extent.end, {
    enter(element, whole) {
      if (OWN.has(element.name)) return false;
      if (!whole) return copyOf(element) !== undefined;
      put(element, element.clone());
      return false;
    },
    text(text, from, to) {
      put(text, new XmlText(text.data.slice(from, to)));
    },
  });
  return blocks;
}

/** Elements that a copy begins below. */
const STORIES = new Set(['w:document', 'w:body', 'w:hdr', 'w:ftr']);
/** What an element has with it however little of its content is copied. */
const OWN = new Set(['w:pPr', 'w:rPr', 'w:tblPr', 'w:tblGrid', 'w:trPr', 'w:tcPr', 'w:sdtPr']);

function dropReferences(section: XmlElement): void {
  for (const one of section.elements) {
    if (/^w:(header|footer)Reference$/.test(one.name)) section.children.splice(section.children.indexOf(one), 1);
  }
}

function referencesIn(element: XmlElement): readonly string[] {
  const own = [...element.attributes].filter(([name]) => name.startsWith('r:')).map(([, value]) => value);
  return [...own, ...element.elements.flatMap(referencesIn)];
}

function relationship(id: string, kind: string, target: string, mode?: 'External'): string {
  const outside = mode === undefined ? {} : { TargetMode: mode };
  return elementText(new XmlElement('Relationship', { Id: id, Type: `${OFFICE}/${kind}`, Target: target, ...outside }));
}

function binaryPart(name: string, data: Uint8Array): string {
  const type = `image/${name.slice(name.lastIndexOf('.') + 1)}`;
  return `<pkg:part pkg:name="/${name}" pkg:contentType="${type}" pkg:compression="store"><pkg:binaryData>${Buffer.from(data).toString('base64')}</pkg:binaryData></pkg:part>`;
}

function relationshipsXml(all: readonly string[]): string {
  return `<Relationships xmlns="${RELATIONSHIPS}">${all.join('')}</Relationships>`;
}

function part(name: string, type: string, xml: string): string {
  return `<pkg:part pkg:name="/${name}" pkg:contentType="${type}"><pkg:xmlData>${xml}</pkg:xmlData></pkg:part>`;
}
