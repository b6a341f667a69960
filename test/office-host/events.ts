/** An event of the document, on its way to the add-in. */
export interface RichEvent {
  readonly type: number;
  /** The id of the sheet or table; null for events of the collection or the workbook alone. */
  readonly target: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Events of the Common API that carry nothing but their name. */
export type PlainEvent = 'documentSelectionChanged' | 'settingsChanged';

/** What a document tells whoever shows it. */
export interface DocumentListener {
  rich(event: RichEvent): void;
  plain(event: PlainEvent): void;
}
