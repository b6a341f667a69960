import type { OfficePackage } from '../../excel/xlsx/package.ts';
import { relationshipsOf } from '../../excel/xlsx/package.ts';
import { parseTree, partText } from '../tree/xml-text.ts';
import { XmlElement } from '../tree/xml-tree.ts';

const RELATIONSHIP_TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
/** Task panes and the settings of add-ins came later. */
const LATER_TYPES = 'http://schemas.microsoft.com/office/2011/relationships';
const CONTENT_TYPES = '[Content_Types].xml';

/** The kinds of parts that this host makes: relationship and content type. */
export const PART_KINDS = {
  styles: 'application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml',
  numbering: 'application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml',
  settings: 'application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml',
  header: 'application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml',
  footer: 'application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml',
  webextensiontaskpanes: 'application/vnd.ms-office.webextensiontaskpanes+xml',
  webextension: 'application/vnd.ms-office.webextension+xml',
  customXml: undefined,
  customXmlProps: 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
} as const satisfies Record<string, string | undefined>;

export type PartKind = keyof typeof PART_KINDS;

interface OpenPart {
  readonly root: XmlElement;
  /** How the part would have been written when it was opened. */
  readonly before: string;
}

/** The parts of a document; those that were looked into are trees. What did not change is saved as it was, byte for byte. */
export class Parts {
  readonly #open = new Map<string, OpenPart>();

  constructor(readonly source: OfficePackage) {}

  /** The tree of a part. */
  tree(name: string): XmlElement {
    const known = this.#open.get(name);
    if (known !== undefined) return known.root;
    const root = parseTree(this.source.text(name));
    this.#open.set(name, { root, before: partText(root) });
    return root;
  }

  /** Takes a tree for the one of a part that was put in. */
  adopt(name: string, root: XmlElement): void {
    this.#open.set(name, { root, before: this.source.text(name) });
  }

  /** The part of a kind that another one refers to. */
  related(from: string, kind: string): string | undefined {
    return this.source.relationships(from).find(({ type }) => type === kind)?.target;
  }

  relatedTree(from: string, kind: string): XmlElement | undefined {
    const name = this.related(from, kind);
    return name === undefined || !this.source.has(name) ? undefined : this.tree(name);
  }

  /** A name that no part has: `word/footer3.xml`. */
  freeName(stem: string): string {
    let number = 1;
    while (this.source.has(`${stem}${String(number)}.xml`)) number += 1;
    return `${stem}${String(number)}.xml`;
  }

  /** Puts in a part, says what it is and refers to it. @returns the id of the relationship */
  add(from: string, kind: PartKind, name: string, xml: string): string {
    this.source.put(name, xml);
    const type = PART_KINDS[kind];
    const types = this.tree(CONTENT_TYPES);
    if (type !== undefined) types.append(new XmlElement('Override', { PartName: `/${name}`, ContentType: type }));
    this.declareExtension('xml');
    return this.relate(from, kind, relativeTo(from, name));
  }

  /** Says what files of an extension are. */
  declareExtension(extension: string): void {
    const types = this.tree(CONTENT_TYPES);
    if (types.elements.some((one) => one.get('Extension')?.toLowerCase() === extension)) return;
    const type = extension === 'xml' ? 'application/xml' : `image/${extension === 'jpg' ? 'jpeg' : extension}`;
    types.insert(0, new XmlElement('Default', { Extension: extension, ContentType: type }));
  }

  /** Refers to a part, or to an address outside. @returns the id of the relationship */
  relate(from: string, kind: string, target: string, external = false): string {
    const part = relationshipsOf(from);
    if (!this.source.has(part)) {
      this.source.put(
        part,
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>',
      );
    }
    const root = this.tree(part);
    const taken = new Set(root.elements.map((one) => one.get('Id')));
    let number = root.length + 1;
    while (taken.has(`rId${String(number)}`)) number += 1;
    const id = `rId${String(number)}`;
    root.append(
      new XmlElement('Relationship', {
        Id: id,
        Type: `${kind.startsWith('webextension') ? LATER_TYPES : RELATIONSHIP_TYPES}/${kind}`,
        Target: target,
        ...(external ? { TargetMode: 'External' } : {}),
      }),
    );
    this.#write(part);
    return id;
  }

  /** Takes out a part with what says what it is, what refers to it, and what it alone refers to. */
  remove(name: string): void {
    for (const { target } of this.source.relationships(name)) this.remove(target);
    for (const one of [name, relationshipsOf(name)]) {
      this.source.parts.delete(one);
      this.#open.delete(one);
    }
    drop(this.tree(CONTENT_TYPES), (one) => one.get('PartName') === `/${name}`);
    for (const part of [...this.source.parts.keys()].filter((one) => one.endsWith('.rels'))) {
      const owner = part.replace(/_rels\/([^/]*)\.rels$/, '$1');
      const gone = new Set(
        this.source
          .relationships(owner)
          .filter(({ target }) => target === name)
          .map(({ id }) => id),
      );
      if (gone.size === 0) continue;
      drop(this.tree(part), (one) => gone.has(one.get('Id') ?? ''));
      this.#write(part);
    }
  }

  /** Writes the trees that changed into the package. */
  flush(): void {
    for (const name of this.#open.keys()) this.#write(name);
  }

  #write(name: string): void {
    const part = this.#open.get(name);
    if (part === undefined) return;
    const now = partText(part.root);
    if (now === part.before) return;
    this.source.put(name, now);
    this.#open.set(name, { root: part.root, before: now });
  }
}

function drop(root: XmlElement, which: (element: XmlElement) => boolean): void {
  for (const element of root.elements) if (which(element)) root.children.splice(root.children.indexOf(element), 1);
}

function relativeTo(from: string, name: string): string {
  const folder = from.slice(0, from.lastIndexOf('/') + 1);
  return name.startsWith(folder) ? name.slice(folder.length) : `/${name}`;
}
