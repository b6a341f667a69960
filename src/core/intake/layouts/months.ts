import type { Fact } from '../../ledger/fact.ts';
import { expenditureKey, monthKey } from '../../ledger/keys.ts';
import { READING } from '../../texts/intake-texts.ts';
import { ALL_SOURCES, MONTH_SERIES } from '../../texts/ledger-texts.ts';
import type { Workbook } from '../../workbook/workbook.ts';
import { amountFacts, readCellNumber, type PendingAmount } from '../amounts.ts';
import type { Collector, MonthSeries } from '../collector.ts';
import { certaintyOf, type Layout } from '../layout.ts';
import { monthColumnsOf } from '../month-columns.ts';
import { monthRowsOf } from '../month-rows.ts';
import type { MonthLine, MonthTable, Place } from '../month-table.ts';
import { joinedFunds, ownFundIn } from '../own-funds.ts';
import { columnRun } from '../records.ts';
import { tableLabel, tableUnit } from '../table-unit.ts';
import { UnitFacts } from '../unit-facts.ts';

/** Tables of months, as columns or as rows: budget in force and payments, accumulated or month by month. */
export const months: Layout = {
  name: '月度支出进度表',
  perUnit: true,
  recognise: ({ sheet }) => {
    const table = monthColumnsOf(sheet) ?? monthRowsOf(sheet);
    if (table === undefined) return undefined;
    return {
      confidence: certaintyOf(table.monthCount),
      reasons: [READING.columns, READING.words(table.monthCount)],
      read: (workbook, collector) => {
        read(workbook, table, collector);
      },
    };
  },
};

/** A line with its amounts. */
interface ReadLine extends MonthLine {
  readonly facts: readonly Fact[];
  readonly totalFact: Fact | undefined;
}

function read(workbook: Workbook, table: MonthTable, collector: Collector): void {
  const { sheet, headerTop, dataRow, columns } = table;
  collector.log.describe({ top: headerTop, bottom: dataRow - 1 }, columns);
  const lines = withJoinedFunds(readLines(workbook, table, collector), collector);
  for (const { line, facts } of departmentLines(lines, table, collector)) {
    if (line.measure === '预算数') for (const fact of facts) collector.fact(fact);
    else collector.series.push(seriesOf(line, facts, sheet.name, collector));
  }
}

function readLines(workbook: Workbook, table: MonthTable, collector: Collector): readonly ReadLine[] {
  const { sheet, headerTop, dataRow } = table;
  const unit = tableUnit({ sheet, headerTop, dataRow, form: months.name }, collector);
  const pending: PendingAmount[] = [];
  const amount = (at: Place, key: string, line: MonthLine, header: string): PendingAmount | undefined => {
    const number = readCellNumber(workbook, sheet, at.row, at.column, header, collector);
    if (number === undefined) return undefined;
    if (unit !== undefined) return { key, basis: line.basis ?? ALL_SOURCES, unit, number, header };
    collector.log.skip([number.cell], READING.noUnit);
    return undefined;
  };
  const lines = table.lines(collector).map((line) => {
    const { places, total, label } = line;
    const from = pending.length;
    for (const [month, place] of places) {
      const found = amount(place, keyOf(line, month), line, `${label}·${String(month)}月`);
      if (found !== undefined) pending.push(found);
    }
    const until = pending.length;
    const whole = total === undefined ? undefined : amount(total, '', line, label);
    if (whole !== undefined) pending.push(whole);
    return { line, from, until, hasTotal: whole !== undefined };
  });
  const facts = amountFacts(pending, collector);
  return lines.map(({ line, from, until, hasTotal }) => ({
    ...line,
    facts: facts.slice(from, until),
    totalFact: hasTotal ? facts[until] : undefined,
  }));
}

/**
 * The lines with the parts of 其他资金 added up where several are about the same, month by month as far as all of them are stated. Lines
 * that name a part twice stay as they are.
 */
function withJoinedFunds(lines: readonly ReadLine[], collector: Collector): readonly ReadLine[] {
  const groups = new Map<string, ReadLine[]>();
  for (const line of lines) {
    const name = [keyOf(line, 1), line.mode ?? '', JSON.stringify(line.unit ?? null)].join('|');
    const known = groups.get(name);
    if (known === undefined) groups.set(name, [line]);
    else known.push(line);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const funds = group.map(({ label }) => ownFundIn(label));
    if (first === undefined || group.length < 2 || new Set(funds).size < group.length) return group;
    const isStated = ({ key }: Fact): boolean => group.every(({ facts }) => facts.some((other) => other.key === key));
    const stated = group.flatMap(({ facts }, index) =>
      facts.flatMap((fact) => (isStated(fact) ? [{ fact, fund: funds[index] }] : [])),
    );
    return [{ ...first, facts: joinedFunds(stated, collector), totalFact: undefined }];
  });
}

/** Each line with its amounts; lines that say the same of several units are one, with the amounts of the department. */
function departmentLines(
  lines: readonly ReadLine[],
  table: MonthTable,
  collector: Collector,
): readonly { readonly line: ReadLine; readonly facts: readonly Fact[] }[] {
  const alone = lines.filter(({ unit }) => unit === undefined).map((line) => ({ line, facts: line.facts }));
  // Months one by one and running totals of the same thing stand under the same keys.
  const modes = new Set(lines.flatMap(({ unit, mode }) => (unit === undefined ? [] : [mode ?? ''])));
  const ofUnits = [...modes].flatMap((wanted) => {
    const own = lines.filter(({ unit, mode }) => unit !== undefined && (mode ?? '') === wanted);
    const units = new UnitFacts();
    for (const { unit, facts } of own) {
      for (const fact of facts) units.add(unit ?? { kind: 'all' }, fact, collector);
    }
    const { sheet, headerTop, dataRow, unitColumn } = table;
    const cells = [columnRun(sheet, dataRow - 1, unitColumn ?? 0)];
    const used = units.used(tableLabel(sheet, headerTop), months.name, cells, collector);
    const byKey = new Map(used.map((fact) => [fact.key, fact]));
    const distinct = own.filter(
      (line, index) => own.findIndex((other) => keyOf(other, 1) === keyOf(line, 1)) === index,
    );
    return distinct.map((line) => ({
      line,
      facts: Array.from({ length: 12 }, (_, index) => byKey.get(keyOf(line, index + 1)) ?? []).flat(),
    }));
  });
  return [...alone, ...ofUnits];
}

function keyOf({ basis, measure, subject }: MonthLine, month: number): string {
  return monthKey(basis, month, measure, subject);
}

function seriesOf(line: ReadLine, facts: readonly Fact[], sheet: string, collector: Collector): MonthSeries {
  const { label, head, basis, subject, mode, totalFact } = line;
  const byKey = new Map(facts.map((fact) => [fact.key, fact]));
  return {
    keyOf: (month) => keyOf(line, month),
    annualKey: expenditureKey(basis, subject, '决算数'),
    label: label === '' ? MONTH_SERIES(basis ?? '') : label,
    ...(head === undefined ? {} : { head: { sheet, ...head } }),
    ...(totalFact === undefined ? {} : { total: totalFact }),
    stated: mode,
    months: Array.from({ length: 12 }, (_, index) => byKey.get(keyOf(line, index + 1))),
    log: collector.log,
  };
}
