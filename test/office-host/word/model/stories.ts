import { lineage } from '../tree/walk.ts';
import { XmlElement, type XmlNode } from '../tree/xml-tree.ts';
import { partText } from '../tree/xml-text.ts';
import type { Parts } from '../docx/parts.ts';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export type StoryKind = 'header' | 'footer';
export type StoryType = 'Primary' | 'FirstPage' | 'EvenPages';

const TYPES: Readonly<Record<StoryType, string>> = { Primary: 'default', FirstPage: 'first', EvenPages: 'even' };

interface Wanted {
  readonly section: XmlElement;
  readonly kind: StoryKind;
  readonly type: StoryType;
}

/** Headers and footers. Asking for one that does not exist makes it; it is in the file once something was put into it. */
export class Stories {
  readonly #parts = new Map<XmlElement, string>();
  readonly #wanted = new Map<XmlElement, Wanted>();

  constructor(
    readonly parts: Parts,
    readonly mainPart: string,
  ) {}

  /** The layouts of the sections (`w:sectPr`), in their order. */
  get sections(): readonly XmlElement[] {
    const body = this.parts.tree(this.mainPart).child('w:body');
    return body?.all('w:sectPr') ?? [];
  }

  /** The headers and footers that the file has. */
  get all(): readonly XmlElement[] {
    return this.parts.source
      .relationships(this.mainPart)
      .filter(({ type, target }) => (type === 'header' || type === 'footer') && this.parts.source.has(target))
      .map(({ target }) => this.#open(target));
  }

  #open(name: string): XmlElement {
    const root = this.parts.tree(name);
    this.#parts.set(root, name);
    return root;
  }

  /** The header or footer of a section. One that a section does not have is the one of the section before. */
  story(section: XmlElement, kind: StoryKind, type: StoryType): XmlElement {
    const { sections } = this;
    for (const one of sections.slice(0, sections.indexOf(section) + 1).reverse()) {
      const reference = one.elements.find(
        ({ name, attributes }) =>
          name === `w:${kind}Reference` && (attributes.get('w:type') ?? 'default') === TYPES[type],
      );
      const id = reference?.get('r:id');
      const target = this.parts.source.relationships(this.mainPart).find((related) => related.id === id)?.target;
      if (target === undefined) continue;
      return this.#open(target);
    }
    for (const [root, wanted] of this.#wanted) {
      if (wanted.section === section && wanted.kind === kind && wanted.type === type) return root;
    }
    const root = new XmlElement(kind === 'header' ? 'w:hdr' : 'w:ftr', { 'xmlns:w': WORD, 'xmlns:r': OFFICE }, [
      new XmlElement('w:p'),
    ]);
    this.#wanted.set(root, { section, kind, type });
    return root;
  }

  /** The part that a node stands in. */
  partOf(node: XmlNode): string {
    const root = lineage(node).at(-1);
    return (root instanceof XmlElement ? this.#parts.get(root) : undefined) ?? this.mainPart;
  }

  /** To be called before a story is written to: it comes to be in the file. */
  realise(node: XmlNode): void {
    const root = lineage(node).at(-1);
    const wanted = root instanceof XmlElement ? this.#wanted.get(root) : undefined;
    if (!(root instanceof XmlElement) || wanted === undefined) return;
    this.#wanted.delete(root);
    const { section, kind, type } = wanted;
    const name = this.parts.freeName(`word/${kind}`);
    const id = this.parts.add(this.mainPart, kind, name, partText(root));
    this.parts.adopt(name, root);
    this.#parts.set(root, name);
    section.insert(0, new XmlElement(`w:${kind}Reference`, { 'w:type': TYPES[type], 'r:id': id }));
    this.parts.tree(this.mainPart).set('xmlns:r', OFFICE);
    if (type === 'FirstPage' && section.child('w:titlePg') === undefined) putTitlePage(section);
    if (type === 'EvenPages') this.#tellEvenPages();
  }

  #tellEvenPages(): void {
    const settings = this.parts.relatedTree(this.mainPart, 'settings');
    if (settings === undefined || settings.child('w:evenAndOddHeaders') !== undefined) return;
    const before = new Set([
      'w:writeProtection',
      'w:view',
      'w:zoom',
      'w:embedTrueTypeFonts',
      'w:mirrorMargins',
      'w:trackRevisions',
      'w:documentProtection',
      'w:defaultTabStop',
      'w:autoHyphenation',
    ]);
    const place = settings.children.findIndex((one) => one instanceof XmlElement && !before.has(one.name));
    settings.insert(place < 0 ? settings.length : place, new XmlElement('w:evenAndOddHeaders'));
  }
}

/** In the order of the schema. */
function putTitlePage(section: XmlElement): void {
  const behind = new Set(['w:textDirection', 'w:bidi', 'w:rtlGutter', 'w:docGrid', 'w:printerSettings']);
  const place = section.children.findIndex((one) => one instanceof XmlElement && behind.has(one.name));
  section.insert(place < 0 ? section.length : place, new XmlElement('w:titlePg'));
}
