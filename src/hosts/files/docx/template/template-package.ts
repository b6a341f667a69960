import { UnusableFile } from '../../../ports/unusable-file.ts';
import { decodeXml, encodeXml, type XmlEncoding } from '../../../xml/xml-text.ts';
import { childrenOf, parseXmlTree } from '../../../xml/xml-tree.ts';
import type { TemplatePlace } from '../../../../core/report/template/template-place.ts';
import type { CarriedData } from '../../../../core/links/carried-data.ts';
import {
  dataContentType,
  carriedDataXml,
  dataParts,
  dataPlace,
  dataRelationship,
  PACKAGE_RELATIONSHIPS,
  type DataPlace,
} from '../carried-data-part.ts';
import { REPORT_NAMESPACE } from '../namespaces.ts';
import { element, xmlPart, type Markup } from '../xml.ts';
import { packParts, readParts } from '../zip.ts';

const CONTENT_TYPES = '[Content_Types].xml';
const MAIN_PART = 'word/document.xml';
const RELATIONSHIPS = 'word/_rels/document.xml.rels';

const WORD_PARTS = 'application/vnd.openxmlformats-officedocument.wordprocessingml.';

/** The parts that may hold placeholders, by the last word of their content types, in the order in which they are told of. */
const TEXT_PARTS: readonly (readonly [string, TemplatePlace['part']])[] = [
  ['document.main+xml', 'body'],
  ['header+xml', 'header'],
  ['footer+xml', 'footer'],
  ['footnotes+xml', 'notes'],
  ['endnotes+xml', 'notes'],
];

/** A part of text, without its byte order mark. */
export interface TextPart {
  readonly name: string;
  readonly kind: TemplatePlace['part'];
  readonly xml: string;
}

/** The package of a template. Parts that are not given anew stay byte for byte what they are. */
export class TemplatePackage {
  readonly #encodings = new Map<string, XmlEncoding>();

  private constructor(
    private readonly files: ReadonlyMap<string, Uint8Array>,
    private readonly kinds: ReadonlyMap<string, TemplatePlace['part']>,
  ) {}

  /** @throws UnusableFile when the file is no .docx document, has a password, is damaged or too large */
  static async open(bytes: Uint8Array): Promise<TemplatePackage> {
    const files = await readParts(bytes);
    const types = files.get(CONTENT_TYPES);
    if (types === undefined) throw new UnusableFile('damaged', `no ${CONTENT_TYPES}`);
    const kinds = textParts(decodeXml(types, CONTENT_TYPES).text);
    if (kinds.get(MAIN_PART) !== 'body' || !files.has(MAIN_PART)) throw new UnusableFile('damaged', `no ${MAIN_PART}`);
    return new TemplatePackage(files, kinds);
  }

  /** The parts of text, the body first. */
  texts(): readonly TextPart[] {
    const rank = ({ kind }: TextPart): number => TEXT_PARTS.findIndex(([, one]) => one === kind);
    return [...this.kinds]
      .filter(([name]) => this.files.has(name))
      .map(([name, kind]) => ({ name, kind, xml: this.#read(name) }))
      .sort((a, b) => rank(a) - rank(b));
  }

  /** The package with parts given anew and the data of a report, in the place of the data it carried before. */
  async filled(texts: ReadonlyMap<string, string>, data: CarriedData): Promise<Uint8Array> {
    const parts = new Map(this.files);
    const put = (name: string, xml: string): void => {
      parts.set(name, encodeXml(xml, this.#encodings.get(name) ?? { name: 'utf-8', byteOrderMark: false }));
    };
    for (const [name, xml] of texts) put(name, xml);
    const own = this.#ownDataPart();
    if (own !== undefined) put(own, carriedDataXml(data));
    else {
      const place = this.#freePlace();
      for (const [name, xml] of dataParts(data, place)) put(name, xml);
      put(CONTENT_TYPES, appended(this.#read(CONTENT_TYPES), this.#typesOf(place), CONTENT_TYPES));
      const before = this.files.has(RELATIONSHIPS)
        ? this.#read(RELATIONSHIPS)
        : xmlPart(element('Relationships', { xmlns: PACKAGE_RELATIONSHIPS }));
      const id = freeName('rIdReportData', (one) => before.includes(`"${one}"`));
      put(RELATIONSHIPS, appended(before, [dataRelationship(place, id)], RELATIONSHIPS));
    }
    return packParts(parts);
  }

  #read(name: string): string {
    const { text, encoding } = decodeXml(this.files.get(name) ?? new Uint8Array(), name);
    this.#encodings.set(name, encoding);
    return text;
  }

  /** The part in which a report of ours that became a template carries its data. */
  #ownDataPart(): string | undefined {
    return [...this.files.keys()].find((name) => {
      if (!/^customXml\/[^/]+\.xml$/iu.test(name) || /^customXml\/itemProps/iu.test(name)) return false;
      try {
        const root = parseXmlTree(this.#read(name), name);
        return root.local === 'report' && Object.values(root.attributes).includes(REPORT_NAMESPACE);
      } catch (error) {
        // What others keep there is their business, also when it is broken.
        if (error instanceof UnusableFile) return false;
        throw error;
      }
    });
  }

  #freePlace(): DataPlace {
    const names = new Set([...this.files.keys()].map((name) => name.toLowerCase()));
    for (let number = 1; ; number += 1) {
      const place = dataPlace(number);
      if (Object.values(place).every((name: string) => !names.has(name.toLowerCase()))) return place;
    }
  }

  #typesOf(place: DataPlace): readonly Markup[] {
    const root = parseXmlTree(this.#read(CONTENT_TYPES), CONTENT_TYPES);
    const knows = (extension: string): boolean =>
      childrenOf(root, 'Default').some(({ attributes }) => attributes.Extension?.toLowerCase() === extension);
    const types: readonly (readonly [string, string])[] = [
      ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
      ['xml', 'application/xml'],
    ];
    return [
      ...types
        .filter(([extension]) => !knows(extension))
        .map(([Extension, ContentType]) => element('Default', { Extension, ContentType })),
      dataContentType(place),
    ];
  }
}

function textParts(contentTypes: string): ReadonlyMap<string, TemplatePlace['part']> {
  const kinds = new Map<string, TemplatePlace['part']>();
  for (const { attributes } of childrenOf(parseXmlTree(contentTypes, CONTENT_TYPES), 'Override')) {
    const type = attributes.ContentType ?? '';
    const kind = TEXT_PARTS.find(([last]) => type === WORD_PARTS + last)?.[1];
    if (kind !== undefined) kinds.set((attributes.PartName ?? '').replace(/^\//u, ''), kind);
  }
  return kinds;
}

/** Elements put at the end of a root. They have no prefix, so where the root has one they name their namespace. */
function appended(xml: string, children: readonly Markup[], part: string): string {
  const root = parseXmlTree(xml, part);
  const prefix = root.name.slice(0, -root.local.length);
  const namespace = root.attributes[`xmlns:${prefix.slice(0, -1)}`] ?? '';
  const own = children.map((child) => (prefix === '' ? child : child.replace(/^<\w+/u, `$& xmlns="${namespace}"`)));
  if (root.openEnd === root.end) {
    return `${xml.slice(0, root.end - 2)}>${own.join('')}</${root.name}>${xml.slice(root.end)}`;
  }
  return xml.slice(0, root.closeStart) + own.join('') + xml.slice(root.closeStart);
}

function freeName(wanted: string, isTaken: (name: string) => boolean): string {
  let name = wanted;
  for (let number = 2; isTaken(name); number += 1) name = `${wanted}${String(number)}`;
  return name;
}
