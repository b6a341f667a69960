import type { CellRange } from '../workbook/cell-ref.ts';

/** How a cell of the input form looks and what may be typed there. */
export type FormLook =
  | 'title'
  | 'section'
  | 'note'
  | 'unit'
  | 'header'
  | 'label'
  | 'guide'
  | 'text'
  | 'amount'
  | 'count'
  | 'score'
  | 'choice'
  | 'total'
  | 'prose';

export interface FormCell {
  readonly row: number;
  readonly column: number;
  readonly value: string | number | null;
  /** Without `=`; the value is then its cached result. */
  readonly formula?: string;
  readonly look: FormLook;
}

/** What a range of cells accepts, and what Excel says when something else is typed. */
export interface FormValidation {
  /** `C5:H20` */
  readonly range: string;
  readonly rule:
    | { readonly kind: 'decimal'; readonly from: number; readonly to: number }
    | { readonly kind: 'whole'; readonly from: number; readonly to: number }
    | { readonly kind: 'list'; readonly values: readonly string[] };
  readonly title: string;
  readonly message: string;
}

export interface FormSheet {
  readonly name: string;
  readonly cells: readonly FormCell[];
  readonly merges: readonly CellRange[];
  readonly columnWidths: readonly number[];
  /** Row heights in points by row. */
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly validations: readonly FormValidation[];
  /** Rows and columns that stay in view. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly landscape: boolean;
}

/** What fills the form in; everything may be left out, which gives the blank form. */
export interface FormData {
  readonly basicInfo?: Readonly<Record<string, string | number>>;
  readonly year?: string;
  /** Amounts in 元. */
  readonly basic?: ExpenditureRow;
  readonly projects?: readonly (ExpenditureRow & { readonly name: string })[];
  readonly income?: Readonly<Record<'财政拨款收入' | '其他收入', readonly [number, number, number]>>;
  /** Amounts of the sheets that only some schemes need, in 元, by fact key: `三公经费.决算数`. */
  readonly amounts?: Readonly<Record<string, number>>;
  readonly months?: { readonly budget: readonly number[]; readonly paid: readonly number[] };
  readonly tasks?: readonly FormTask[];
  /** By indicator; a checklist has one answer a point. */
  readonly judgements?: Readonly<Record<string, FormJudgement>>;
}

export interface ExpenditureRow {
  readonly initial: { readonly fiscal: number; readonly other: number };
  readonly adjusted: { readonly fiscal: number; readonly other: number };
  readonly executed: { readonly fiscal: number; readonly general: number; readonly other: number };
}

export interface FormTask {
  readonly direction: string;
  readonly title: string;
  readonly narrative: string;
  readonly outputs: readonly {
    readonly name: string;
    readonly planned: number;
    readonly actual: number;
    readonly unit: string;
    readonly wording?: string;
  }[];
}

export interface FormJudgement {
  readonly score?: number;
  readonly answers?: readonly string[];
  readonly reason?: string;
  readonly evidence?: string;
  /** Where the evidence is kept. */
  readonly where?: string;
}
