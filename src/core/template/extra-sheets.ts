import { BASES, ITEMS, MEASURES, PRIOR_MEASURES, ADJUSTMENTS, STOCK_MEASURES, STOCKS } from '../ledger/keys.ts';
import { FORM } from '../texts/template-texts.ts';
import type { FormData, FormSheet } from './input-workbook.ts';
import { SheetBuilder } from './sheet-builder.ts';

const HEADER_ROW = 2;
const ROW_POINTS = 22;
const AMOUNT = { kind: 'decimal', from: -999_999_999_999, to: 999_999_999_999 } as const;

/** What one of these sheets asks for: which subjects have a row and which measures a column, in this order. */
interface ExtraSheet {
  readonly words: { readonly name: string; readonly title: (year: string) => string; readonly guide: string };
  readonly subjects: readonly string[];
  readonly measures: readonly string[];
}

const EXTRA_SHEETS: readonly ExtraSheet[] = [
  {
    words: FORM.items,
    subjects: ['公用经费', ...ITEMS],
    measures: [...PRIOR_MEASURES, ...MEASURES],
  },
  { words: FORM.stocks, subjects: STOCKS, measures: STOCK_MEASURES },
  { words: FORM.adjustments, subjects: [''], measures: ADJUSTMENTS },
];

/**
 * The sheets for figures that only some schemes need: 三公经费, 政府采购, 固定资产, 结转结余 and the like. Only rows and columns
 * that a needed key speaks of are there; what the budget and execution sheets ask for anyway is not asked twice.
 */
export function extraSheets(neededKeys: ReadonlySet<string>, data: FormData): readonly FormSheet[] {
  return EXTRA_SHEETS.flatMap((extra) => {
    const needed = [...neededKeys].map(partsOf);
    const asked = needed.filter(
      ({ subject, measure }) => extra.subjects.includes(subject) && extra.measures.includes(measure),
    );
    if (asked.length === 0) return [];
    const rows = uniqueRows(asked, extra.subjects);
    const columns = extra.measures.filter((measure) => asked.some((one) => one.measure === measure));
    return [amountSheet(extra, rows, columns, data)];
  });
}

interface KeyParts {
  readonly basis: string;
  readonly subject: string;
  readonly measure: string;
}

/** `一般公共预算.公用经费.决算数` → its source of money, its subject and its measure; parts left out are empty. */
function partsOf(key: string): KeyParts {
  const parts = key.split('.');
  const measure = parts.pop() ?? '';
  const hasBasis = (BASES as readonly string[]).includes(parts[0] ?? '');
  const basis = hasBasis ? (parts.shift() ?? '') : '';
  return { basis, subject: parts.join('.'), measure };
}

function uniqueRows(asked: readonly KeyParts[], order: readonly string[]): readonly KeyParts[] {
  const rows = new Map<string, KeyParts>();
  for (const one of asked) rows.set(`${one.basis}.${one.subject}`, one);
  return [...rows.values()].sort((a, b) => order.indexOf(a.subject) - order.indexOf(b.subject));
}

function amountSheet(
  { words }: ExtraSheet,
  rows: readonly KeyParts[],
  columns: readonly string[],
  data: FormData,
): FormSheet {
  const sheet = new SheetBuilder();
  sheet.heading(words.title(data.year ?? ''), words.guide, FORM.unit, columns.length + 2);
  sheet.line(HEADER_ROW, [FORM.itemHeader, ...columns, FORM.remark], 'header');
  rows.forEach(({ basis, subject }, index) => {
    const row = HEADER_ROW + 1 + index;
    sheet.put(row, 0, `${basis}${subject === '' ? FORM.total : subject}`, 'label');
    columns.forEach((measure, column) => {
      const key = [basis, subject, measure].filter((part) => part !== '').join('.');
      sheet.put(row, column + 1, data.amounts?.[key] ?? null, 'amount');
    });
    sheet.put(row, columns.length + 1, null, 'text');
    sheet.height(row, ROW_POINTS);
  });
  const inputs = { top: HEADER_ROW + 1, left: 1, bottom: HEADER_ROW + rows.length, right: columns.length };
  sheet.validate(inputs, AMOUNT, FORM.amountTitle, FORM.amountMessage);
  const widths = [26, ...columns.map(() => 18), 20];
  return sheet.build(words.name, widths, { rows: HEADER_ROW + 1, columns: 1 }, true);
}
