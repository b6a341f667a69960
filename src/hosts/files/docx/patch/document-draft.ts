import type { CarriedData } from '../../../../core/links/carried-data.ts';
import { freeNumber } from '../../../../core/links/control-names.ts';
import { numbered, type ControlRef } from '../../../../core/links/found-control.ts';
import type { PlacedControl } from '../../../../core/links/freeze-controls.ts';
import type { FrozenControl } from '../../../../core/links/frozen.ts';
import type { LinkChange } from '../../../../core/links/update-links.ts';
import { UnusableFile } from '../../../ports/unusable-file.ts';
import { WriteRefused } from '../../../ports/write-refused.ts';
import { FROZEN, frozenXml } from '../../../records/frozen-record.ts';
import { encodeXml, type XmlEncoding } from '../../../xml/xml-text.ts';
import { childOf, parseXmlTree, prefixedAttribute, type XmlElement } from '../../../xml/xml-tree.ts';
import { applyEdits, type TextEdit } from '../../xlsx/opc/edited-part.ts';
import { PackageDraft } from '../../xlsx/patch/package-draft.ts';
import { putRecord } from '../../xlsx/patch/put-record.ts';
import { isSigned } from '../../xlsx/patch/signature.ts';
import { carriedDataXml, DATA_STORE_ITEM } from '../carried-data-part.ts';
import { openDocument, type DocumentPackage } from '../document-package.ts';
import { REPORT_NAMESPACE } from '../namespaces.ts';
import { controlNodes, type ControlNode } from './control-nodes.ts';
import { paragraphNodes } from './paragraph-nodes.ts';
import { replaceWords } from './replace-words.ts';
import { takeAwayControls } from './take-away-controls.ts';
import { wrapWords } from './wrap-words.ts';

/** A document and the changes to it. Only the main part and the parts with our own data change; all others stay byte for byte. */
export class DocumentDraft {
  readonly #package: PackageDraft;
  readonly #root: XmlElement;
  readonly #nodes: readonly ControlNode[];
  readonly #edits: TextEdit[] = [];

  private constructor(
    readonly opened: DocumentPackage,
    private readonly xml: string,
    private readonly encoding: XmlEncoding,
  ) {
    this.#package = new PackageDraft(opened.source);
    this.#root = parseXmlTree(xml, opened.part);
    this.#nodes = controlNodes(this.#root);
    // Both readers must mean the same controls, or words would be put into another one.
    const { controls } = opened.found;
    if (this.#nodes.length !== controls.length || this.#nodes.some(({ tag }, at) => tag !== controls[at]?.tag))
      throw new UnusableFile('damaged', `${opened.part}: content controls cannot be told apart`);
  }

  /**
   * Opens a file for changes.
   * @throws UnusableFile as `openDocument`, WriteRefused `signed`
   */
  static async open(bytes: Uint8Array): Promise<DocumentDraft> {
    const opened = await openDocument(bytes);
    if (await isSigned(opened.source)) throw new WriteRefused('signed');
    const { text, encoding } = await opened.source.xml(opened.part);
    return new DocumentDraft(opened, text, encoding);
  }

  /** Gives controls new words. @returns those that hold something else than expected, are locked or gone: they stay as they are */
  replace(changes: readonly LinkChange[]): readonly ControlRef[] {
    const controls = numbered(this.opened.found.controls);
    const left = changes.filter((change) => {
      const at = controls.findIndex(({ tag, index }) => tag === change.tag && index === change.index);
      const control = controls[at];
      const node = this.#nodes[at];
      if (control === undefined || node === undefined || control.locked || control.text !== change.expected)
        return true;
      const edits = replaceWords(this.xml, node, change);
      if (edits === undefined) return true;
      this.#edits.push(...edits);
      return false;
    });
    return left.map(({ tag, index }) => ({ tag, index }));
  }

  /** Takes the controls with these tags away and leaves their words. */
  takeAway(tags: ReadonlySet<string>): void {
    this.#edits.push(...takeAwayControls(this.#nodes.filter(({ tag }) => tags.has(tag))));
  }

  /** Puts controls around words. @returns those for which that cannot be done */
  putBack(controls: readonly PlacedControl[]): readonly FrozenControl[] {
    const paragraphs = paragraphNodes(this.#root);
    const refused: FrozenControl[] = [];
    const numbers = this.#numbers();
    const changed = new Map<XmlElement, string>();
    for (const control of controls) {
      const { paragraph: index, offset, tag, title, text } = control;
      const paragraph = paragraphs[index];
      const before = paragraph && (changed.get(paragraph) ?? this.xml.slice(paragraph.start, paragraph.end));
      const number = freeNumber(tag, numbers);
      const isTangled = [...changed.keys()].some(
        (other) => other !== paragraph && paragraph && overlaps(other, paragraph),
      );
      const after = isTangled
        ? undefined
        : before && wrapWords(before, { tag, title, number, offset, length: text.length });
      if (paragraph === undefined || after === undefined) {
        refused.push(control);
        continue;
      }
      numbers.add(number);
      changed.set(paragraph, after);
    }
    for (const [{ start, end }, text] of changed) this.#edits.push({ start, end, text });
    return refused;
  }

  /** Replaces the data that the document carries. */
  async carry(data: CarriedData): Promise<void> {
    const kind = { storeId: DATA_STORE_ITEM, namespace: REPORT_NAMESPACE };
    await putRecord(this.#package, this.opened, kind, this.opened.carried, carriedDataXml(data));
  }

  /** Replaces what the document remembers of controls that were taken away. */
  async remember(controls: readonly FrozenControl[]): Promise<void> {
    await putRecord(this.#package, this.opened, FROZEN, this.opened.frozen, frozenXml(controls));
  }

  /** The changed file. */
  build(): Promise<Uint8Array> {
    if (this.#edits.length > 0)
      this.#package.put(this.opened.part, encodeXml(applyEdits(this.xml, this.#edits), this.encoding));
    return this.#package.build();
  }

  #numbers(): Set<number> {
    return new Set(
      this.#nodes.map(({ properties }) => {
        const id = properties && childOf(properties, 'id');
        return Number((id && prefixedAttribute(id, 'val')?.value) ?? 0);
      }),
    );
  }
}

/** A text box is a paragraph within a paragraph: only one of the two can be written anew. */
function overlaps(a: XmlElement, b: XmlElement): boolean {
  return a.start < b.end && b.start < a.end;
}
