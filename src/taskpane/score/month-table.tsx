import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { MonthView } from '../../commands/analysis/month-view.ts';
import { PANE } from '../../core/texts/pane-texts.ts';
import { PlaceLinks } from '../shared/place-links.tsx';

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  head: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3 },
  cell: { padding: '3px 4px', textAlign: 'right', borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  left: { textAlign: 'left', fontWeight: tokens.fontWeightRegular },
  behind: { color: tokens.colorStatusDangerForeground1 },
});

/** The months as numbers. */
export function MonthTable({ months }: { readonly months: readonly MonthView[] }): ReactNode {
  const styles = useStyles();
  const head = mergeClasses(styles.cell, styles.head);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col" className={mergeClasses(head, styles.left)}>
            {PANE.score.month}
          </th>
          <th scope="col" className={head}>
            {PANE.score.rate}
          </th>
          <th scope="col" className={head}>
            {PANE.score.schedule}
          </th>
          <th scope="col" className={mergeClasses(head, styles.left)}>
            {PANE.score.from}
          </th>
        </tr>
      </thead>
      <tbody>
        {months.map(({ month, rate, schedule, rateText, scheduleText, places }) => (
          <tr key={month}>
            <th scope="row" className={mergeClasses(styles.cell, styles.left)}>
              {`${String(month)}月`}
            </th>
            <td className={mergeClasses(styles.cell, rate < schedule && styles.behind)}>{rateText}</td>
            <td className={styles.cell}>{scheduleText}</td>
            <td className={mergeClasses(styles.cell, styles.left)}>
              <PlaceLinks places={places.slice(0, 1)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
