import { finding } from '../../findings/finding.ts';
import type { Fact } from '../../ledger/fact.ts';
import { expenditureKey } from '../../ledger/keys.ts';
import type { AmountUnit } from '../../money/amount.ts';
import { showAmount } from '../../money/prose.ts';
import { COLUMN_MEANINGS, READING } from '../../texts/intake-texts.ts';
import { ALL_SOURCES, DERIVED_SUM } from '../../texts/ledger-texts.ts';
import { plainLabel } from '../../workbook/labels.ts';
import { textAt, type Workbook } from '../../workbook/workbook.ts';
import { amountFacts, readCellNumber, type PendingAmount } from '../amounts.ts';
import type { Collector } from '../collector.ts';
import { certainty, certaintyOf, type Layout } from '../layout.ts';
import { projectFunds, projectsNamed, type ProjectFunds } from '../project-funds.ts';
import { SumGaps } from '../sum-gaps.ts';
import { tableUnit } from '../table-unit.ts';
import { scoreSheet } from './score-sheet.ts';

/** How sure the block 项目资金 alone makes us; indicators to be scored stand under it in the same table. */
const BLOCK = 0.9;

/** 项目支出绩效自评表: the money of one project, and its indicators with their scores. */
export const projectForm: Layout = {
  name: '项目支出绩效自评表',
  recognise: (view) => {
    const { sheet, range, year } = view;
    const blocks = projectFunds(sheet, range, year);
    const [first] = blocks;
    if (first === undefined) return undefined;
    const words = blocks.reduce((count, { columns, partRows }) => count + columns.length + partRows.length, 0);
    return {
      confidence: certainty([certaintyOf(words), BLOCK]),
      reasons: [READING.columns, READING.words(words)],
      read: (workbook, collector) => {
        scoreSheet.recognise(view)?.read(workbook, collector);
        describe(first, collector);
        for (const block of blocks) read(workbook, block, collector);
        for (const { name, cell } of projectsNamed(sheet, range)) {
          const isRead = blocks.some(
            ({ project }) => project?.cell.row === cell.row && project.cell.column === cell.column,
          );
          if (!isRead) collector.report(finding('project-without-funds', { project: name }, [cell]));
        }
      },
    };
  },
};

function describe({ sheet, headerTop, labelColumn, columns, otherYears }: ProjectFunds, collector: Collector): void {
  const described = (sheet.rows[headerTop] ?? []).flatMap((_, column) => {
    const header = plainLabel(textAt(sheet, headerTop, column));
    const measure = columns.find((one) => one.column === column)?.measure;
    const isOther = otherYears.some((one) => one.column === column);
    const derived = column <= labelColumn ? COLUMN_MEANINGS.label : COLUMN_MEANINGS.derived;
    const meaning = measure ?? (isOther ? COLUMN_MEANINGS['other-year'] : derived);
    return header === '' && column !== labelColumn ? [] : [{ column, header, meaning }];
  });
  collector.log.describe({ top: headerTop, bottom: headerTop }, described);
}

function read(workbook: Workbook, block: ProjectFunds, collector: Collector): void {
  const { sheet, headerTop, totalRow, partRows, columns, otherYears, year, project } = block;
  const place = { sheet: sheet.name, row: headerTop };
  for (const { measure } of columns) collector.measures.add(measure);
  for (const { header, column } of otherYears) {
    const cells = [{ ...place, column }];
    collector.report(
      year === 'unclear'
        ? finding('columns-year-unclear', { headers: `“${header}”` }, cells)
        : finding('column-other-year', { header, year: String(year ?? '') }, cells),
    );
  }
  for (const { header, column } of block.unknown) {
    collector.report(finding('column-unknown', { header }, [{ ...place, column }]));
    collector.log.skip([{ sheet: sheet.name, row: totalRow, column }], COLUMN_MEANINGS.unknown);
  }
  collector.log.row(totalRow, '合计');
  for (const { row } of partRows) collector.log.row(row, '明细');
  const unit = unitOf(block, collector);
  const rows = [totalRow, ...partRows.map(({ row }) => row)];
  const cells = rows.flatMap((row) => columns.map(({ column }) => ({ sheet: sheet.name, row, column })));
  if (unit === undefined) {
    collector.log.skip(cells, READING.noUnit);
    return;
  }
  if (project === undefined) {
    collector.report(
      finding('project-nameless', { label: textAt(sheet, headerTop, block.labelColumn) }, [
        { ...place, column: block.labelColumn },
      ]),
    );
    collector.log.skip(cells, READING.noProject);
    return;
  }
  const subject = { kind: 'project', name: collector.project(project.name, [project.cell]) } as const;
  const gaps = new SumGaps(sheet.name, new Set(rows));
  for (const { column, header, measure } of columns) {
    const pending = rows.flatMap((row): PendingAmount[] => {
      const number = readCellNumber(workbook, sheet, row, column, header, collector);
      if (number === undefined || !gaps.accept(number)) return [];
      const key = row === totalRow ? expenditureKey(undefined, subject, measure) : labelAt(block, row);
      return [{ key, basis: ALL_SOURCES, unit, number, header }];
    });
    const facts = amountFacts(pending, collector);
    const total = facts.find((_, index) => pending[index]?.number.cell.row === totalRow);
    const parts = facts.filter((fact) => fact !== total);
    if (total !== undefined) {
      collector.fact(total);
      reportDifference(total, parts, collector);
    }
    collector.log.skip(
      parts.flatMap((part) => part.cells),
      READING.sourceRow,
    );
  }
  gaps.report(collector);
}

function labelAt({ partRows }: ProjectFunds, row: number): string {
  return partRows.find((part) => part.row === row)?.label ?? '';
}

/** The unit in the head of the block, `项目资金（万元）`, or else as for any table. */
function unitOf({ sheet, headerTop, totalRow, unit }: ProjectFunds, collector: Collector): AmountUnit | undefined {
  if (typeof unit === 'object') {
    const cell = { sheet: sheet.name, row: headerTop, column: 0 };
    collector.report(finding('unit-unknown', { sheet: sheet.name, unit: unit.unknown }, [cell]));
    return undefined;
  }
  if (unit === undefined) return tableUnit({ sheet, headerTop, dataRow: totalRow, form: projectForm.name }, collector);
  collector.log.unit = { unit, from: 'header' };
  return unit;
}

/** The sources make up all of the money; half a step of every amount is the tolerance. */
function reportDifference(total: Fact, parts: readonly Fact[], collector: Collector): void {
  if (total.value.kind !== 'amount' || parts.length === 0) return;
  let fen = 0n;
  let { quantum } = total.value;
  for (const { value } of parts) {
    if (value.kind !== 'amount') continue;
    fen += value.fen;
    quantum += value.quantum;
  }
  const difference = fen > total.value.fen ? fen - total.value.fen : total.value.fen - fen;
  if (2n * difference <= quantum) return;
  const params = {
    totalName: total.key,
    total: showAmount(total.value.fen, '元'),
    partsName: DERIVED_SUM(parts.map(({ key }) => key)),
    parts: showAmount(fen, '元'),
    difference: showAmount(difference, '元'),
  };
  collector.report(
    finding(
      'parts-differ',
      params,
      [total, ...parts].flatMap(({ cells }) => cells),
    ),
  );
}
