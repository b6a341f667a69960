import { sumOfCells } from '../../ledger/cell-formula.ts';
import { BASIC_INFO_FIELDS, STAFF_FIELD } from '../../ledger/basic-info.ts';
import { staffKey } from '../../ledger/keys.ts';
import { exactOf, halfWidth, readNumber } from '../../money/decimal.ts';
import type { Exact } from '../../money/exact.ts';
import { DATE_TEXT, LIST_SEPARATOR, NO_LABEL, NUMBER_ADVICE, STAFF_UNIT, WORD_CELLS } from '../../texts/terms.ts';
import { dayOfSerial, serial1900 } from '../../workbook/serial-day.ts';
import { isCellError, textAt, valueAt, type CellValue, type Sheet, type Workbook } from '../../workbook/workbook.ts';
import { OWN_COLUMNS, READING } from '../../texts/intake-texts.ts';
import { finding } from '../../findings/finding.ts';
import { readCellNumber } from '../amounts.ts';
import type { Collector } from '../collector.ts';
import { findListHeader } from '../../workbook/list-header.ts';
import { plainLabel } from '../../workbook/labels.ts';
import { nearestNames } from '../../workbook/name-index.ts';
import { FOOTER } from '../vocabulary.ts';
import { describeList } from '../records.ts';
import { certaintyOf, type Layout } from '../layout.ts';

const WORDS = {
  field: ['填报项', '填报项目', '事项', '项目', '名称'],
  content: ['内容', '填报内容', '填写内容'],
} as const;

/** The department's own words and staff: one row a field, its content beside it. */
export const basicInfo: Layout = {
  name: '基本信息',
  recognise: ({ sheet }) => {
    const header = findListHeader(sheet, WORDS, ['field', 'content']);
    const { field, content } = header?.columns ?? {};
    if (header === undefined || field === undefined || content === undefined) return undefined;
    let known = 0;
    for (let row = header.row + 1; row < sheet.rows.length; row++) {
      if (fieldOf(textAt(sheet, row, field)) !== undefined) known += 1;
    }
    if (known < 2) return undefined;
    return {
      confidence: certaintyOf(2 * known),
      reasons: [READING.columns, READING.words(known)],
      read: (workbook, collector) => {
        describeList(sheet, { ...header, meanings: OWN_COLUMNS }, collector);
        for (let row = header.row + 1; row < sheet.rows.length; row++) {
          readField(workbook, sheet, row, field, content, collector);
        }
      },
    };
  },
};

type Field = { kind: (typeof BASIC_INFO_FIELDS)[number]['kind']; key: string } | { kind: 'staff'; group: string };

function fieldOf(text: string): Field | undefined {
  const label = plainLabel(text);
  const known = BASIC_INFO_FIELDS.find(({ key }) => plainLabel(key) === label);
  if (known !== undefined) return { kind: known.kind, key: known.key };
  const staff = STAFF_FIELD.exec(label);
  return staff?.[1] === undefined ? undefined : { kind: 'staff', group: staff[1] };
}

function readField(
  workbook: Workbook,
  sheet: Sheet,
  row: number,
  fieldColumn: number,
  column: number,
  collector: Collector,
): void {
  const label = textAt(sheet, row, fieldColumn);
  const field = fieldOf(label);
  const cell = { sheet: sheet.name, row, column };
  collector.wordErrors(sheet, [{ row, column: fieldColumn }], WORD_CELLS.field);
  if (label !== '')
    collector.log.row(row, field !== undefined ? '明细' : FOOTER.test(plainLabel(label)) ? '注' : '未采用');
  if (field === undefined) {
    if (textAt(sheet, row, column) === '' || FOOTER.test(plainLabel(label))) return;
    const near = nearestNames(
      label,
      BASIC_INFO_FIELDS.map(({ key }) => key),
    );
    collector.report(
      finding('field-unknown', { label: label || NO_LABEL, known: near.join(LIST_SEPARATOR) }, [
        { ...cell, column: fieldColumn },
      ]),
    );
    return;
  }
  if (field.kind === 'staff') {
    const number = readCellNumber(workbook, sheet, row, column, label, collector, 'number');
    if (number === undefined) return;
    collector.fact({
      key: staffKey(field.group),
      value: { kind: 'count', count: exactOf(number.decimal), wording: '' },
      unit: STAFF_UNIT,
      basis: '',
      cells: [cell],
      ...(number.native ? { formula: sumOfCells([cell], 1) } : {}),
    });
    return;
  }
  const value = valueAt(sheet, row, column);
  if (isCellError(value)) {
    collector.report(finding('cell-error', { error: value.error, header: label }, [cell]));
    return;
  }
  const text = textAt(sheet, row, column);
  if (text === '') return;
  if (field.kind === 'rate') {
    const rate = rateOf(text);
    if (rate === undefined) {
      collector.report(
        finding('number-expected', { found: text, header: label, advice: NUMBER_ADVICE.number }, [cell]),
      );
      return;
    }
    collector.fact({ key: field.key, value: { kind: 'rate', rate }, unit: '%', basis: '', cells: [cell] });
    return;
  }
  const said = wordsOf(workbook, field.kind, value, text);
  if (said === undefined) {
    collector.report(finding('year-unclear', { found: text }, [cell]));
    return;
  }
  collector.fact({ key: field.key, value: { kind: 'text', text: said }, unit: '', basis: '', cells: [cell] });
}

/** What a cell of words says; undefined for a year that is none. */
function wordsOf(
  workbook: Workbook,
  kind: 'text' | 'year' | 'date',
  value: CellValue,
  text: string,
): string | undefined {
  switch (kind) {
    case 'text':
      return text;
    case 'year':
      return /^(20\d{2})(?:年|年度)?$/.exec(halfWidth(text).replace(/\s/g, ''))?.[1];
    case 'date':
      return typeof value === 'number' ? (dateOf(value, workbook) ?? text) : text;
  }
}

/** Serial numbers of days that a report can be dated: 1954 to 2119. Anything else is a number that a person typed. */
const FIRST_SERIAL = 20_000;
const LAST_SERIAL = 80_000;

/** The day of a serial number; undefined for any other number. */
function dateOf(number: number, workbook: Workbook): string | undefined {
  const serial = serial1900(number, workbook);
  if (serial < FIRST_SERIAL || serial > LAST_SERIAL) return undefined;
  const { year, month, day } = dayOfSerial(serial);
  return DATE_TEXT(year, month, day);
}

/** A rate typed as `54.3%`, or as the number that a cell formatted in percent holds (0.543). */
function rateOf(text: string): Exact | undefined {
  const reading = readNumber(text);
  if (reading.kind !== 'number') return undefined;
  const exact = exactOf(reading.decimal);
  return reading.percent ? exact.div(100) : exact;
}
