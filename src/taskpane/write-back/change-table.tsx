import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { isCellError, type CellValue } from '../../core/workbook/workbook.ts';
import { PANE } from '../../core/texts/pane-texts.ts';
import type { CellChange, CellState } from '../../hosts/ports/live-spreadsheet.ts';
import { clamped } from '../shared/clamped.ts';
import { Tag } from '../shared/tag.tsx';

/** More cells than this of one sheet nobody reads. */
const SHOWN = 200;

const useStyles = makeStyles({
  sheet: {
    margin: 0,
    padding: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalXS}`,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    tableLayout: 'fixed',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  cell: {
    padding: `3px ${tokens.spacingHorizontalS} 3px 0`,
    textAlign: 'left',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
  },
  head: { color: tokens.colorNeutralForeground3 },
  address: { width: '3.6em' },
  empty: { color: tokens.colorNeutralForeground3 },
  formula: {
    ...clamped(2),
    color: tokens.colorNeutralForeground3,
    fontFamily: tokens.fontFamilyMonospace,
  },
});

/** Cells with what they hold and what they would hold, grouped by sheet. */
export function ChangeTable({ changes }: { readonly changes: readonly CellChange[] }): ReactNode {
  const styles = useStyles();
  const sheets = bySheet(changes);
  return [...sheets].map(([sheet, own]) => {
    const isNew = own[0]?.newSheet === true;
    return (
      <section key={sheet} aria-label={sheet}>
        <h3 className={styles.sheet}>
          {sheet} {isNew && <Tag kind="brand">{PANE.writeBack.newSheet}</Tag>}
        </h3>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={mergeClasses(styles.cell, styles.head, styles.address)}>
                {PANE.writeBack.cell}
              </th>
              {!isNew && (
                <th scope="col" className={mergeClasses(styles.cell, styles.head)}>
                  {PANE.writeBack.before}
                </th>
              )}
              <th scope="col" className={mergeClasses(styles.cell, styles.head)}>
                {PANE.writeBack.after}
              </th>
            </tr>
          </thead>
          <tbody>
            {own.slice(0, SHOWN).map(({ address, before, after }) => (
              <tr key={address}>
                <th scope="row" className={styles.cell}>
                  {address}
                </th>
                {!isNew && (
                  <td className={styles.cell}>
                    <State state={before} />
                  </td>
                )}
                <td className={styles.cell}>
                  <State state={after} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {own.length > SHOWN && <p className={styles.empty}>{PANE.writeBack.more(own.length - SHOWN)}</p>}
      </section>
    );
  });
}

function bySheet(changes: readonly CellChange[]): ReadonlyMap<string, readonly CellChange[]> {
  const sheets = new Map<string, CellChange[]>();
  for (const change of changes) {
    const known = sheets.get(change.sheet);
    if (known === undefined) sheets.set(change.sheet, [change]);
    else known.push(change);
  }
  return sheets;
}

function State({ state: { value, formula } }: { readonly state: CellState }): ReactNode {
  const styles = useStyles();
  const text = textOf(value);
  return (
    <>
      {text === '' ? <span className={styles.empty}>{PANE.writeBack.empty}</span> : text}
      {formula !== undefined && <span className={styles.formula} title={`=${formula}`}>{`=${formula}`}</span>}
    </>
  );
}

/** As many digits as a person compares. */
const DIGITS = 10;

function textOf(value: CellValue): string {
  if (value === null) return '';
  if (isCellError(value)) return value.error;
  return typeof value === 'number' ? String(Number(value.toPrecision(DIGITS))) : String(value);
}
