import type { RemoteObject } from '../rich-api/remote-type.ts';
import { startOffice, type OfficeDocument, type OfficeOptions, type RunningOffice } from '../start-office.ts';
import { application, document } from './api/document.ts';
import { newSearchOptions } from './api/search-options.ts';
import { loadDocument, saveDocument } from './docx/load-document.ts';
import { clear } from './model/clear.ts';
import { contentOf, idOf, locksOf, property, setProperty, type Control } from './model/control.ts';
import { removeControl } from './model/controls-in-text.ts';
import { Extent, showsPlaceholder, textOfExtent } from './model/extent.ts';
import { insertText } from './model/insert-text.ts';
import { LINE_BREAK, PARAGRAPH_END } from './model/names.ts';
import { placeOf } from './model/places.ts';
import { partOf } from './model/search.ts';
import type { WordModel } from './model/word-model.ts';

export interface WordOptions extends OfficeOptions {
  /** A .docx file; a new, empty document when absent. */
  readonly document: Uint8Array | undefined;
  /** Opened by somebody else, or marked as final. */
  readonly readOnly?: boolean;
}

/** A place in the text, as a person finds it. */
export type PlaceInText =
  /** All of a content control; `nth` of several with the same tag, counted from 0. */
  | { readonly tag: string; readonly nth?: number }
  /** Characters of a paragraph (cells of tables included), counted from 0; all of it without numbers. */
  | { readonly paragraph: number; readonly start?: number; readonly end?: number };

/** A content control, as a person sees it. Ends of paragraphs and lines are `\n`. */
export interface ShownControl {
  readonly tag: string;
  readonly title: string;
  /** Empty while the control shows its hint. */
  readonly text: string;
  readonly id: number;
  readonly cannotEdit: boolean;
}

/** Word with a document and an add-in beside it. */
export interface RunningWord extends RunningOffice {
  /** The document itself, for what the methods below do not say. */
  readonly model: WordModel;
  /** The text of the body: paragraphs and lines end in `\n`. */
  text(): string;
  paragraphs(): readonly string[];
  controls(): readonly ShownControl[];
  /** What the person has selected; empty for a cursor. */
  selectedText(): string;
  /** Selects a place, as the person does with the mouse. */
  select(place: PlaceInText): void;
  /** Types over a place, as the person does. The cursor stands behind the text. */
  type(place: PlaceInText, text: string): void;
  /** Deletes a content control with what is in it, or without. */
  deleteControl(tag: string, keepContent?: boolean): void;
  /** Copies a content control to another place in a line: Word gives the copy a number of its own and the same tag. */
  copyControl(tag: string, to: PlaceInText): void;
  /** Deletes a paragraph with its end. */
  deleteParagraph(paragraph: number): void;
  /** Documents that the add-in opened in windows of their own; without bytes: an empty one. */
  readonly openedDocuments: readonly Uint8Array[];
  /** Puts another document in the place of this one without opening a new pane. The add-in hears nothing of it. */
  openDocument(bytes: Uint8Array | undefined): Promise<void>;
  /** The document as a file. */
  save(): Promise<Uint8Array>;
}

/** Opens a document in a host that plays Word on the web, with an add-in in its pane. */
export async function startWord(options: WordOptions): Promise<RunningWord> {
  const shown = new WordDocument(await loadDocument(options.document), options.readOnly === true);
  const office = await startOffice(shown, options);
  return Object.defineProperties(driver(shown), Object.getOwnPropertyDescriptors(office)) as RunningWord;
}

class WordDocument implements OfficeDocument {
  readonly app = 'Word';
  readonly url = 'https://localhost:3443/绩效/报告.docx';

  constructor(
    public model: WordModel,
    readonly readOnly: boolean,
  ) {
    model.readOnly = readOnly;
  }

  get settings(): WordModel['settings'] {
    return this.model.settings;
  }

  get customXml(): WordModel['customXml'] {
    return this.model.customXml;
  }

  root(): RemoteObject {
    return document({ model: this.model });
  }

  create(typeName: string): RemoteObject | undefined {
    switch (typeName) {
      case 'Microsoft.WordServices.Application':
        return application({ model: this.model });
      case 'Microsoft.WordServices.SearchOptions':
        return newSearchOptions();
      default:
        return undefined;
    }
  }

  listen(listener: NonNullable<WordModel['listener']>): void {
    this.model.listener = listener;
  }

  become(model: WordModel): void {
    model.listener = this.model.listener;
    model.readOnly = this.readOnly;
    this.model = model;
  }
}

function driver(shown: WordDocument): Omit<RunningWord, keyof RunningOffice> {
  const control = (tag: string, nth = 0): Control => {
    const found = shown.model.controls.filter((one) => property(one, 'w:tag') === tag)[nth];
    if (found === undefined) throw new Error(`no content control ${tag}`);
    return found;
  };
  const find = (place: PlaceInText): Extent => {
    if ('tag' in place) return Extent.inside(contentOf(control(place.tag, place.nth)));
    const line = shown.model.body.all('w:p')[place.paragraph];
    if (line === undefined) throw new Error(`no paragraph ${String(place.paragraph)}`);
    const all = Extent.inside(line);
    if (place.start === undefined) return all;
    return partOf(all, place.start, place.end ?? place.start);
  };
  return {
    get model() {
      return shown.model;
    },
    text: () => plain(textOfExtent(Extent.inside(shown.model.body))),
    paragraphs: () => shown.model.body.all('w:p').map((line) => plain(textOfExtent(Extent.inside(line)))),
    controls: () =>
      shown.model.controls.map((one) => ({
        tag: property(one, 'w:tag') ?? '',
        title: property(one, 'w:alias') ?? '',
        text: showsPlaceholder(one) ? '' : plain(textOfExtent(Extent.inside(contentOf(one)))),
        id: idOf(one),
        cannotEdit: locksOf(one).content,
      })),
    selectedText: () => plain(textOfExtent(shown.model.selection)),
    select(place) {
      shown.model.select(find(place));
    },
    type(place, text) {
      const { model } = shown;
      const extent = find(place);
      const typed = insertText(model, { inside: extent, around: extent }, text, 'Replace');
      model.select(Extent.at(typed.end));
    },
    deleteControl(tag, keepContent = false) {
      removeControl(shown.model, control(tag), keepContent);
    },
    copyControl(tag, to) {
      const { model } = shown;
      const copy = control(tag).clone();
      setProperty(copy, 'w:id', String(model.freeControlId()));
      const { parent, index } = placeOf(find(to).start, 'start');
      model.edit(parent);
      parent.insert(index, copy);
    },
    deleteParagraph(paragraph) {
      const line = shown.model.body.all('w:p')[paragraph];
      if (line === undefined) throw new Error(`no paragraph ${String(paragraph)}`);
      clear(shown.model, Extent.around(line));
    },
    get openedDocuments() {
      return shown.model.openedDocuments;
    },
    async openDocument(bytes) {
      shown.become(await loadDocument(bytes));
    },
    save: () => saveDocument(shown.model),
  };
}

function plain(text: string): string {
  return text.replaceAll(PARAGRAPH_END, '\n').replaceAll(LINE_BREAK, '\n');
}
