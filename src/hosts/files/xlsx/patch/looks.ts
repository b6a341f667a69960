import type { CellLook } from '../../../../core/workbook/write-plan.ts';

/** A style as its parts stand in the style sheet, without namespace prefixes; '' is the plain one. */
export interface LookStyle {
  readonly font: string;
  readonly fill: string;
  readonly border: string;
  readonly format: string;
  /** Attributes of `<alignment>`. */
  readonly alignment: Readonly<Record<string, string>>;
}

const INK = 'FF1F1F1F';
const QUIET = 'FF595959';
const LINE = 'FF8C8C8C';
const HEADER_FILL = 'FFDCE6F1';
const TOTAL_FILL = 'FFF2F5FA';

function font(size: string, color: string, bold: boolean): string {
  const weight = bold ? '<b/>' : '';
  return `<font>${weight}<sz val="${size}"/><color rgb="${color}"/><name val="宋体"/><family val="3"/><charset val="134"/></font>`;
}

function fill(color: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="${color}"/><bgColor indexed="64"/></patternFill></fill>`;
}

const SIDES = ['left', 'right', 'top', 'bottom']
  .map((side) => `<${side} style="thin"><color rgb="${LINE}"/></${side}>`)
  .join('');
const BORDER = `<border>${SIDES}<diagonal/></border>`;

const BODY = { font: font('10.5', INK, false), fill: '', border: BORDER, format: '' };
const TOTAL = { font: font('10.5', INK, true), fill: fill(TOTAL_FILL), border: BORDER, format: '' };
const CENTER = { horizontal: 'center', vertical: 'center', wrapText: '1' };
const LEFT = { horizontal: 'left', vertical: 'center', wrapText: '1' };

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

/** The complete styles of the sheets we add. */
export const LOOK_STYLES: Readonly<Record<CellLook, LookStyle>> = {
  title: {
    font: font('16', INK, true),
    fill: '',
    border: '',
    format: '',
    alignment: { horizontal: 'center', vertical: 'center' },
  },
  note: { font: font('9', QUIET, false), fill: '', border: '', format: '', alignment: LEFT },
  header: {
    font: font('10.5', INK, true),
    fill: fill(HEADER_FILL),
    border: BORDER,
    format: '',
    alignment: CENTER,
  },
  text: { ...BODY, alignment: { ...LEFT, indent: '1' } },
  centered: { ...BODY, alignment: CENTER },
  weight: { ...BODY, format: LOOK_FORMATS.weight, alignment: CENTER },
  score: { ...BODY, format: LOOK_FORMATS.score, alignment: CENTER },
  rate: { ...BODY, format: LOOK_FORMATS.rate, alignment: CENTER },
  'total-label': { ...TOTAL, alignment: CENTER },
  'total-score': { ...TOTAL, format: LOOK_FORMATS['total-score'], alignment: CENTER },
};
