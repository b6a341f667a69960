import type { CellLook } from '../../core/workbook/write-plan.ts';

/** How a look is drawn; everything is centred vertically. */
export interface LookStyle {
  /** In points. */
  readonly fontSize: number;
  /** RGB, as six hexadecimal digits. */
  readonly fontColor: string;
  readonly bold: boolean;
  /** RGB of the background; absent for none. */
  readonly fill?: string;
  /** Thin lines on all sides. */
  readonly border: boolean;
  /** The number format; '' leaves the number as it is. */
  readonly format: string;
  readonly horizontal: 'left' | 'center';
  readonly wrap: boolean;
  readonly indent: number;
}

export const LOOK_FONT = '宋体';
export const LINE_COLOR = '8C8C8C';

const INK = '1F1F1F';
const QUIET = '595959';
const HEADER_FILL = 'DCE6F1';
const TOTAL_FILL = 'F2F5FA';

/** How many decimals a look shows; '' leaves the number as it is. */
export const LOOK_FORMATS: Readonly<Record<CellLook, string>> = {
  title: '',
  note: '',
  header: '',
  text: '',
  centered: '',
  weight: '0.0',
  score: '0.0',
  rate: '0.00%',
  'total-label': '',
  'total-score': '0.0',
};

const BODY = {
  fontSize: 10.5,
  fontColor: INK,
  bold: false,
  border: true,
  format: '',
  horizontal: 'center',
  wrap: true,
  indent: 0,
} as const;
const TOTAL = { ...BODY, bold: true, fill: TOTAL_FILL } as const;

/** The complete styles of the sheets we add. */
export const LOOK_STYLES: Readonly<Record<CellLook, LookStyle>> = {
  title: { ...BODY, fontSize: 16, bold: true, border: false, wrap: false },
  note: { ...BODY, fontSize: 9, fontColor: QUIET, border: false, horizontal: 'left' },
  header: { ...BODY, bold: true, fill: HEADER_FILL },
  text: { ...BODY, horizontal: 'left', indent: 1 },
  centered: BODY,
  weight: { ...BODY, format: LOOK_FORMATS.weight },
  score: { ...BODY, format: LOOK_FORMATS.score },
  rate: { ...BODY, format: LOOK_FORMATS.rate },
  'total-label': TOTAL,
  'total-score': { ...TOTAL, format: LOOK_FORMATS['total-score'] },
};
