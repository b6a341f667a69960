import {
  BorderStyle,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
  type XmlComponent,
} from 'docx';
import type { Block } from '../../../core/report/document.ts';
import { inlines, run, wordElement } from './inline.ts';
import type { Names } from '../../../core/links/control-names.ts';
import { beginning } from './section-mark.ts';
import { TEXT_WIDTH } from './layout.ts';
import { StyledParagraph } from './paragraph.ts';
import { STYLE } from './style.ts';

type TableBlock = Extract<Block, { kind: 'table' }>;

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const CELL_MARGINS = { top: 40, bottom: 40, left: 80, right: 80, marginUnitType: WidthType.DXA } as const;

/**
 * A table over the full text width: title and unit above it, the header row repeated on every page, no row broken over two
 * pages. What follows is set off by a small gap, which also keeps two tables in a row apart.
 * @throws Error when a row has more cells than there are columns.
 */
export function table(block: TableBlock, names: Names): readonly (StyledParagraph | Table)[] {
  const widths = columnWidths(block.columns.map(({ width }) => width));
  const head = block.columns.map(({ header }, at) =>
    cell(widths[at] ?? 0, new StyledParagraph(STYLE.tableHead, header === '' ? [] : [run(header)])),
  );
  const rows = block.rows.map((row, index) => {
    if (row.length > block.columns.length)
      throw new Error('A row of a table has more cells than the table has columns.');
    return block.columns.map(({ align }, at) => {
      const content = row[at] ?? [];
      const below = block.rows[index + 1]?.[at];
      if (content === 'above') return cell(widths[at] ?? 0, cellText([], align), VerticalMergeType.CONTINUE);
      const merge = below === 'above' ? VerticalMergeType.RESTART : undefined;
      return cell(widths[at] ?? 0, cellText(inlines(content, names), align), merge);
    });
  });
  return [
    ...(block.title.length === 0
      ? []
      : [
          new StyledParagraph(
            STYLE.tableTitle,
            beginning(block.title, names, block.section),
            block.newPage === true ? [wordElement('pageBreakBefore')] : [],
          ),
        ]),
    ...(block.unit === '' ? [] : [new StyledParagraph(STYLE.tableUnit, [run(block.unit)])]),
    new Table({
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths: [...widths],
      layout: TableLayoutType.FIXED,
      borders: { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE },
      margins: CELL_MARGINS,
      rows: [
        new TableRow({ tableHeader: true, cantSplit: true, children: head }),
        ...rows.map((children) => new TableRow({ cantSplit: true, children })),
      ],
    }),
    new StyledParagraph(STYLE.tableGap, []),
  ];
}

function cell(
  width: number,
  content: StyledParagraph,
  merge?: (typeof VerticalMergeType)[keyof typeof VerticalMergeType],
): TableCell {
  return new TableCell({
    ...(merge === undefined ? {} : { verticalMerge: merge }),
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [content],
  });
}

function cellText(content: readonly XmlComponent[], align: 'left' | 'center' | 'right'): StyledParagraph {
  return new StyledParagraph(STYLE.tableText, content, align === 'left' ? [] : [wordElement('jc', { val: align })]);
}

/** Shares the text width out by weight, in whole twips that add up to it. */
export function columnWidths(weights: readonly number[]): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let reached = 0;
  let edge = 0;
  return weights.map((weight) => {
    reached += weight;
    const next = Math.round((reached / total) * TEXT_WIDTH);
    const width = next - edge;
    edge = next;
    return width;
  });
}
