import { showFact, showSource } from '../ledger/fact.ts';
import { fixed, type Exact } from '../money/exact.ts';
import type { IndicatorResult } from '../scheme/scorecard.ts';
import { REPORT, SOURCE } from '../texts/report-texts.ts';
import { NOT_APPLICABLE, NO_DATA } from '../texts/terms.ts';
import { showCells } from '../workbook/cell-ref.ts';
import type { Block, Inline, TableCellContent } from './document.ts';
import { clause, type Phrases } from './phrases.ts';
import type { SectionContext } from './sections.ts';

const WIDTHS = [8, 13, 18, 8, 12, 8, 8, 25];

/** 附表: the scorecard as a table, every figure a phrase. */
export function scoreTable({ phrases, scorecard }: SectionContext): Block {
  const { scheme, results, total } = scorecard;
  const source = SOURCE.scorecard(scheme.name);
  const score = (id: string, value: Exact | undefined, from: string): readonly Inline[] => [
    phrases.phrase(`自评表.${id}`, value === undefined ? NO_DATA : fixed(value, scheme.precision), from),
  ];
  const rows = results.map((result, index) => {
    const { indicator } = result;
    const { name } = indicator;
    const before = results[index - 1]?.indicator.path ?? [];
    const from = showCells(result.cells) || source;
    const words = (id: string, text: string): readonly Inline[] =>
      text === '' ? [] : [phrases.phrase(`自评表.${id}`, text, source)];
    const group = (id: string, text: string, sameAsAbove: boolean): TableCellContent =>
      sameAsAbove && text !== '' ? 'above' : words(id, text);
    const [first = '', second = ''] = indicator.path;
    return [
      group(`${name}.一级`, first, first === before[0]),
      group(`${name}.二级`, second, second === before[1] && first === before[0]),
      words(name, name),
      score(`${name}.分值`, result.weight, source),
      valueCell(phrases, result),
      score(`${name}.得分`, result.score, from),
      score(`${name}.扣分`, result.deduction, from),
      result.reason === ''
        ? []
        : [phrases.phrase(`自评表.${name}.原因`, clause(result.reason), showCells(result.reasonCells) || source)],
    ];
  });
  return {
    kind: 'table',
    title: [{ kind: 'text', text: REPORT.headings['score-table'] }],
    unit: '',
    newPage: true,
    columns: REPORT.tableColumns.map((header, index) => ({
      header,
      align: index < 3 || index === 7 ? 'left' : 'right',
      width: WIDTHS[index] ?? 8,
    })),
    rows: [
      ...rows,
      [
        [{ kind: 'text', text: REPORT.tableTotal }],
        [],
        [],
        score('合计.分值', total.weight, source),
        [],
        score('合计.得分', total.score, source),
        score('合计.扣分', total.deduction, source),
        [],
      ],
    ],
  };
}

function valueCell(phrases: Phrases, { value, indicator, status }: IndicatorResult): readonly Inline[] {
  if (value === undefined) return [];
  const id = `自评表.${indicator.name}.指标值`;
  if (value.status === 'value') return [phrases.phrase(id, showFact(value.value), showSource(value.value))];
  return [phrases.phrase(id, status === 'not-applicable' ? NOT_APPLICABLE : NO_DATA, SOURCE.toFill)];
}
