import { TEMPLATE } from '../../texts/report-template-texts.ts';

/** Where in a document a placeholder stands. */
export interface TemplatePlace {
  readonly part: 'body' | 'header' | 'footer' | 'notes';
  /** The row of a table it stands in, both counted from 1; absent outside tables. */
  readonly row?: { readonly table: number; readonly row: number };
  /** The words of its paragraph. */
  readonly text: string;
}

/** What was found in one paragraph: a placeholder, or a brace that is none. */
export type TemplateFind =
  | {
      readonly kind: 'tag';
      /** As typed, without the braces. */
      readonly content: string;
      readonly place: TemplatePlace;
      /** What the paragraph stands in, outermost first, each unique in its part: `tbl#2`, `tr#7`, `tc#9`, and itself, `p#31`. */
      readonly within: readonly string[];
    }
  | {
      /** A brace without the other one; `text` is what follows it, or stands before it. */
      readonly kind: 'opening' | 'closing';
      readonly text: string;
      readonly place: TemplatePlace;
    };

/** Characters of a paragraph that are quoted in a message. */
const QUOTED = 40;

/** The place for a person: `第2个表格第3行“合计 {决算数}”`. */
export function showPlace({ part, row, text }: TemplatePlace): string {
  const where = row === undefined ? '' : TEMPLATE.place.tableRow(String(row.table), String(row.row));
  const letters = Array.from(text.trim());
  const quoted = letters.length > QUOTED ? TEMPLATE.place.cut(letters.slice(0, QUOTED).join('')) : letters.join('');
  return TEMPLATE.place.quoted(`${TEMPLATE.place[part]}${where}`, quoted);
}
