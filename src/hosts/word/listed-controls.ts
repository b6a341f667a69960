import { numbered, type ControlRef } from '../../core/links/found-control.ts';

/** A content control as the API lists it. */
export interface ListedControl extends ControlRef {
  /** Word's own number, by which it is found again while the document is open. */
  readonly id: number;
  readonly title: string;
  /** Ends of lines and paragraphs are `\n`. */
  readonly text: string;
  readonly highlight: string | null;
}

/** Asks for the content controls of the body with the next round trip. @returns what the answer was, to be called after it */
export function askControls(context: Word.RequestContext): () => readonly ListedControl[] {
  const all = context.document.body.contentControls;
  all.load('items/id,items/tag,items/title,items/text,items/font/highlightColor');
  return () =>
    numbered(
      all.items.map(({ id, tag, title, text, font }) => ({
        id,
        tag,
        title,
        text: plainText(text),
        // What the API calls a text is null where nothing is marked.
        highlight: font.highlightColor,
      })),
    );
}

/** Word's text as `DocumentState` has it: it ends paragraphs with `\r` and lines with `\v`. */
export function plainText(text: string): string {
  return text
    .replace(/\r\n|[\r\v]/g, '\n')
    .replaceAll('\u001e', '-')
    .replaceAll('\u001f', '');
}
