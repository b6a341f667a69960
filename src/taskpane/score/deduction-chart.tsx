import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { IndicatorGroup } from '../../commands/analysis/score-view.ts';
import { PANE } from '../../core/texts/pane-texts.ts';
import { Section } from '../shared/section.tsx';
import { useModel } from '../store/model-context.ts';

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    tableLayout: 'fixed',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  name: {
    width: '54%',
    padding: '3px 8px 3px 0',
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
  },
  link: {
    padding: 0,
    border: 'none',
    background: 'none',
    font: 'inherit',
    color: 'inherit',
    cursor: 'pointer',
    textAlign: 'left',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  bar: { padding: '3px 0', verticalAlign: 'middle' },
  fill: {
    height: '10px',
    minWidth: '2px',
    borderRadius: '1px',
    backgroundColor: tokens.colorPaletteRedBackground3,
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText', forcedColorAdjust: 'none' },
  },
  value: { width: '3.2em', padding: '3px 0', textAlign: 'right' },
  none: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** Where points were lost, the most first: a table whose middle column is a bar. */
export function DeductionChart({ groups }: { readonly groups: readonly IndicatorGroup[] }): ReactNode {
  const styles = useStyles();
  const model = useModel();
  const lost = groups
    .flatMap(({ parts }) => parts.flatMap(({ members }) => members))
    .map(({ name, deduction }) => ({ name, deduction: deduction ?? '0', size: Number(deduction ?? 0) }))
    .filter(({ size }) => size > 0)
    .sort((a, b) => b.size - a.size);
  const most = lost[0]?.size ?? 1;
  return (
    <Section title={PANE.score.deductions}>
      {lost.length === 0 ? (
        <p className={styles.none}>{PANE.score.noDeductions}</p>
      ) : (
        <table className={styles.table}>
          <thead className={styles.hidden}>
            <tr>
              <th scope="col">{PANE.score.indicator}</th>
              <td />
              <th scope="col">{PANE.score.deduction}</th>
            </tr>
          </thead>
          <tbody>
            {lost.map(({ name, deduction, size }) => (
              <tr key={name}>
                <th scope="row" className={styles.name} title={name}>
                  <button
                    type="button"
                    className={styles.link}
                    onClick={() => {
                      model.openIndicator(name);
                      document.getElementById(`indicator-${name}`)?.scrollIntoView({ block: 'center' });
                    }}
                  >
                    {name}
                  </button>
                </th>
                <td className={styles.bar}>
                  <div className={styles.fill} style={{ width: `${String((size / most) * 100)}%` }} />
                </td>
                <td className={styles.value}>{deduction}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
