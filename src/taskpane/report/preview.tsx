import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Block, Inline, TableCellContent } from '../../core/report/document.ts';
import { chineseNumber } from '../../core/money/prose.ts';
import { PANE } from '../../core/texts/pane-texts.ts';

const SONG = '"FangSong", "STFangsong", "Noto Serif CJK SC", serif';
const HEI = '"SimHei", "Noto Sans CJK SC", sans-serif';

const useStyles = makeStyles({
  page: {
    padding: tokens.spacingHorizontalL,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    fontFamily: SONG,
    fontSize: tokens.fontSizeBase300,
    lineHeight: 1.8,
    overflowWrap: 'anywhere',
  },
  title: {
    margin: `${tokens.spacingVerticalM} 0`,
    fontSize: tokens.fontSizeBase400,
    textAlign: 'center',
    lineHeight: 1.5,
  },
  line: { display: 'block' },
  first: { margin: 0, fontFamily: HEI, fontSize: 'inherit', fontWeight: tokens.fontWeightRegular, textIndent: '2em' },
  second: { margin: 0, fontSize: 'inherit', fontWeight: tokens.fontWeightSemibold, textIndent: '2em' },
  paragraph: { margin: 0, textIndent: '2em' },
  remark: {
    margin: 0,
    padding: tokens.spacingHorizontalS,
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    fontSize: tokens.fontSizeBase200,
  },
  signature: { margin: `${tokens.spacingVerticalL} 0`, textAlign: 'right' },
  phrase: { textDecorationLine: 'underline', textDecorationStyle: 'dotted', textUnderlineOffset: '3px' },
  todo: { color: tokens.colorStatusWarningForeground1, backgroundColor: tokens.colorStatusWarningBackground1 },
  scroll: { overflowX: 'auto' },
  table: { borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200, lineHeight: 1.4, minWidth: '520px' },
  cell: { padding: '2px 4px', border: `1px solid ${tokens.colorNeutralStroke1}`, fontWeight: tokens.fontWeightRegular },
  caption: { padding: tokens.spacingVerticalS, textAlign: 'left' },
});

/** How the report reads: the same blocks that the Word file is made of, with the source of each phrase as a tip. */
export function Preview({ blocks }: { readonly blocks: readonly Block[] }): ReactNode {
  const styles = useStyles();
  return (
    <article className={styles.page} aria-label={PANE.report.preview}>
      {blocks.map((block, index) => (
        <BlockView key={index} block={block} />
      ))}
    </article>
  );
}

function BlockView({ block }: { readonly block: Block }): ReactNode {
  const styles = useStyles();
  switch (block.kind) {
    case 'title':
      return (
        <h3 className={styles.title}>
          {block.lines.map((line, index) => (
            <span key={index} className={styles.line}>
              <Inlines content={line} />
            </span>
          ))}
        </h3>
      );
    case 'heading':
      return (
        <h4 className={block.level === 1 ? styles.first : styles.second}>
          {numbered(block.level, block.number)}
          <Inlines content={block.content} />
        </h4>
      );
    case 'attachment-label':
    case 'paragraph':
      return (
        <p className={styles.paragraph}>
          <Inlines content={block.content} />
        </p>
      );
    case 'remark':
      return (
        <p className={styles.remark}>
          <Inlines content={block.content} />
        </p>
      );
    case 'signature':
      return (
        <p className={styles.signature}>
          {block.lines.map((line, index) => (
            <span key={index} className={styles.line}>
              <Inlines content={line} />
            </span>
          ))}
        </p>
      );
    case 'table':
      return <TableView block={block} />;
  }
}

function TableView({ block }: { readonly block: Extract<Block, { kind: 'table' }> }): ReactNode {
  const styles = useStyles();
  return (
    // Wider than the pane: it scrolls by itself and not the pane.
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={wordsOf(block.title)}>
      <table className={styles.table}>
        <caption className={styles.caption}>
          <Inlines content={block.title} /> {block.unit}
        </caption>
        <thead>
          <tr>
            {block.columns.map(({ header }) => (
              <th key={header} scope="col" className={styles.cell}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) => (
                <TableCell
                  key={column}
                  cell={cell}
                  rows={block.rows}
                  at={at}
                  column={column}
                  align={block.columns[column]?.align ?? 'left'}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TableCell({
  cell,
  rows,
  at,
  column,
  align,
}: {
  readonly cell: TableCellContent;
  readonly rows: readonly (readonly TableCellContent[])[];
  readonly at: number;
  readonly column: number;
  readonly align: 'left' | 'center' | 'right';
}): ReactNode {
  const styles = useStyles();
  if (cell === 'above') return null;
  const below = rows.slice(at + 1).findIndex((row) => row[column] !== 'above');
  const joined = below === -1 ? rows.length - at : below + 1;
  return (
    <td className={styles.cell} style={{ textAlign: align }} rowSpan={joined}>
      <Inlines content={cell} />
    </td>
  );
}

function Inlines({ content }: { readonly content: readonly Inline[] }): ReactNode {
  const styles = useStyles();
  return content.map((inline, index) =>
    inline.kind === 'text' ? (
      inline.text
    ) : (
      <span
        key={index}
        className={mergeClasses(inline.kind === 'todo' ? styles.todo : styles.phrase)}
        title={PANE.report.source(inline.source)}
      >
        {inline.text}
      </span>
    ),
  );
}

function wordsOf(content: readonly Inline[]): string {
  return content.map(({ text }) => text).join('');
}

/** 一、 （一） 1. */
function numbered(level: 1 | 2 | 3, number: number): string {
  switch (level) {
    case 1:
      return `${chineseNumber(number)}、`;
    case 2:
      return `（${chineseNumber(number)}）`;
    case 3:
      return `${String(number)}.`;
  }
}
