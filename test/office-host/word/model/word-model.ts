import { CustomXmlStore } from '../../custom-xml-store.ts';
import type { DocumentListener } from '../../events.ts';
import { accessDenied } from '../../rich-api/failure.ts';
import { SettingsStore } from '../../settings-store.ts';
import type { Parts } from '../docx/parts.ts';
import { comparePoints } from '../tree/walk.ts';
import type { XmlElement, XmlNode } from '../tree/xml-tree.ts';
import { idOf, mayEdit, type Control } from './control.ts';
import { Extent, startOf } from './extent.ts';
import { Stories } from './stories.ts';

/** A document that is open in Word. */
export class WordModel {
  readonly settings = new SettingsStore();
  readonly customXml = new CustomXmlStore();
  /** Documents that an add-in opened in windows of their own. */
  readonly openedDocuments: Uint8Array[] = [];
  readOnly = false;
  /** False while there are changes that were not saved. */
  saved = true;
  listener: DocumentListener | undefined;
  #selection: Extent | undefined;
  readonly #keys = new WeakMap<XmlElement, number>();
  #lastKey = 0;

  readonly stories: Stories;

  constructor(
    readonly parts: Parts,
    /** The part of the text: `word/document.xml`. */
    readonly mainPart: string,
  ) {
    this.stories = new Stories(parts, mainPart);
  }

  get root(): XmlElement {
    return this.parts.tree(this.mainPart);
  }

  get body(): XmlElement {
    const body = this.root.child('w:body');
    if (body === undefined) throw new Error('the document has no body');
    return body;
  }

  /** Every control of the text, in the order in which they begin. */
  get controls(): readonly Control[] {
    return this.body.all('w:sdt');
  }

  /** Those of headers and footers too. */
  get allControls(): readonly Control[] {
    return [this.body, ...this.stories.all].flatMap((story) => story.all('w:sdt'));
  }

  /** Where the person's cursor is, or what she selected. */
  get selection(): Extent {
    this.#selection ??= Extent.at(startOf(this.body.all('w:p')[0] ?? this.body));
    return this.#selection;
  }

  select(extent: Extent): void {
    this.#selection =
      comparePoints(extent.start, extent.end) <= 0 ? extent.copy() : new Extent(extent.end, extent.start);
    this.listener?.plain('documentSelectionChanged');
  }

  /**
   * To be called before anything is changed at a place.
   * @throws Failure when the document or a control around the place may not be edited
   */
  edit(node: XmlNode): void {
    if (this.readOnly) throw accessDenied('the document is read-only');
    mayEdit(node);
    this.stories.realise(node);
    this.saved = false;
  }

  /** A number by which an element is known while the document is open. */
  keyOf(element: XmlElement): number {
    const known = this.#keys.get(element);
    if (known !== undefined) return known;
    this.#lastKey += 1;
    this.#keys.set(element, this.#lastKey);
    return this.#lastKey;
  }

  /** A number that no control has. */
  freeControlId(): number {
    const taken = new Set(this.allControls.map(idOf));
    let id = 100_000_001;
    while (taken.has(id)) id += 1;
    return id;
  }
}
