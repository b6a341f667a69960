import { EditedPart } from '../opc/edited-part.ts';
import { relationshipsPart, relativeTarget } from '../opc/relationships.ts';
import { escapeAttribute } from '../../../xml/xml-text.ts';
import type { ZipPackage } from '../opc/zip-package.ts';

const CONTENT_TYPES = '[Content_Types].xml';

/** A package and the changes to it, collected until all of them are known to be possible. */
export class PackageDraft {
  readonly #edited = new Map<string, EditedPart>();
  readonly #changes = new Map<string, Uint8Array | null>();
  readonly #ids = new Map<EditedPart, Set<string | undefined>>();

  constructor(readonly source: ZipPackage) {}

  /** A part opened for changes; the same one each time. */
  async edit(part: string): Promise<EditedPart> {
    const open = this.#edited.get(part);
    if (open !== undefined) return open;
    const { text, encoding } = await this.source.xml(part);
    const edited = new EditedPart(text, encoding, part);
    this.#edited.set(part, edited);
    return edited;
  }

  /** Takes over a new part that may still change. */
  adopt(part: string, edited: EditedPart): void {
    this.#edited.set(part, edited);
    this.put(part, edited.bytes());
  }

  /** Replaces a part or adds one. */
  put(part: string, content: Uint8Array | string): void {
    this.#changes.set(part, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  }

  /** True when the package has the part, or will have it. */
  has(part: string): boolean {
    return this.source.has(part) || this.#changes.has(part);
  }

  /** The first of `name(1)`, `name(2)`, … that the package does not have. */
  free(name: (index: number) => string): string {
    for (let index = 1; ; index += 1) {
      const part = name(index);
      if (!this.has(part)) return part;
    }
  }

  /** Says what a new part is. */
  async declare(part: string, contentType: string): Promise<void> {
    const types = await this.edit(CONTENT_TYPES);
    const prefix = types.root.name.slice(0, -types.root.local.length);
    types.append(
      types.root,
      `<${prefix}Override PartName="/${escapeAttribute(part)}" ContentType="${escapeAttribute(contentType)}"/>`,
    );
  }

  /** Says that a new part is XML, where the package does not say so of all parts that end in `.xml`. */
  async declareXml(part: string): Promise<void> {
    const { root } = await this.edit(CONTENT_TYPES);
    const known = root.children.some(
      ({ local, attributes }) => local === 'Default' && attributes.Extension?.toLowerCase() === 'xml',
    );
    if (!known) await this.declare(part, 'application/xml');
  }

  /** Relates a part to another one; gives the new relationship's id. The relationships part must exist. */
  async relate(from: string, to: string, type: string): Promise<string> {
    const relationships = await this.edit(relationshipsPart(from));
    const { root } = relationships;
    const prefix = root.name.slice(0, -root.local.length);
    const used = this.#ids.get(relationships) ?? new Set(root.children.map((child) => child.attributes.Id));
    this.#ids.set(relationships, used);
    let index = used.size + 1;
    while (used.has(`rId${String(index)}`)) index += 1;
    const id = `rId${String(index)}`;
    used.add(id);
    const target = escapeAttribute(relativeTarget(from, to));
    relationships.append(
      root,
      `<${prefix}Relationship Id="${id}" Type="${escapeAttribute(type)}" Target="${target}"/>`,
    );
    return id;
  }

  /** Takes a part out of the package with its content type and the relationship that leads to it. */
  async drop(part: string, from: string, relationshipId: string): Promise<void> {
    this.#changes.set(part, null);
    this.#edited.delete(part);
    const types = await this.edit(CONTENT_TYPES);
    const override = types.root.children.find(
      ({ attributes }) => attributes.PartName?.toLowerCase() === `/${part}`.toLowerCase(),
    );
    if (override !== undefined) types.remove(override);
    const relationships = await this.edit(relationshipsPart(from));
    const relationship = relationships.root.children.find(({ attributes }) => attributes.Id === relationshipId);
    if (relationship !== undefined) relationships.remove(relationship);
  }

  /** The changed file. */
  build(): Promise<Uint8Array> {
    const changes = new Map(this.#changes);
    for (const [part, edited] of this.#edited) {
      if (edited.changed) changes.set(part, edited.bytes());
    }
    return this.source.rebuild(changes);
  }
}
