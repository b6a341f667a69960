/** A content control as found in a document. */
export interface FoundControl {
  /** `w:tag`, or empty. */
  readonly tag: string;
  /** `w:alias`, or empty. */
  readonly title: string;
  /** Its words now: line breaks and ends of paragraphs are `\n`; empty while it shows its placeholder. */
  readonly text: string;
  /** Index of the paragraph it stands in (or, around whole paragraphs, begins with); see `DocumentState`. */
  readonly paragraph: number;
  /** Where its words begin in the text of that paragraph, in UTF-16 units. */
  readonly offset: number;
  /**
   * New words would not be let in, or take away more than words: a person locked it, or it holds a picture, a note, a comment, a table
   * or another control.
   */
  readonly locked: boolean;
}

/** One of the controls that have the same tag: a phrase that was copied to another place is there several times. */
export interface ControlRef {
  readonly tag: string;
  /** Which one in the order of the document, counted from 0. */
  readonly index: number;
}

/** Numbers the controls of each tag in the order of the document. */
export function numbered<T extends { readonly tag: string }>(controls: readonly T[]): readonly (T & ControlRef)[] {
  const seen = new Map<string, number>();
  return controls.map((control) => {
    const index = seen.get(control.tag) ?? 0;
    seen.set(control.tag, index + 1);
    return { ...control, index };
  });
}
