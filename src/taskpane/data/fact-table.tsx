import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { FactView } from '../../commands/analysis/data-view.ts';
import { clamped } from '../shared/clamped.ts';
import { PANE } from '../../core/texts/pane-texts.ts';
import { grouped } from '../shared/digits.ts';
import { PlaceLinks } from '../shared/place-links.tsx';

const PAGE = 60;

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    tableLayout: 'fixed',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
  row: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  key: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
  },
  places: { display: 'flex' },
  value: {
    width: '40%',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXS} 0`,
    textAlign: 'right',
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
  },
  words: {
    textAlign: 'left',
    ...clamped(3),
  },
  unit: { color: tokens.colorNeutralForeground3, paddingLeft: '2px' },
});

/** Facts with their values at the right and their cells under the name; very many are shown page by page. */
export function FactTable({ facts }: { readonly facts: readonly FactView[] }): ReactNode {
  const styles = useStyles();
  const [shown, setShown] = useState(PAGE);
  const rest = facts.length - shown;
  return (
    <>
      <table className={styles.table}>
        <thead className={styles.hidden}>
          <tr>
            <th scope="col">{PANE.data.key}</th>
            <th scope="col">{PANE.data.value}</th>
          </tr>
        </thead>
        <tbody>
          {facts.slice(0, shown).map((fact) => (
            <tr key={fact.key} className={styles.row}>
              <th scope="row" className={styles.key}>
                {fact.key}
                <PlaceLinks className={styles.places} places={fact.places} />
              </th>
              <td className={styles.value}>
                {fact.kind === 'text' ? (
                  <span className={styles.words} title={fact.value}>
                    {fact.value}
                  </span>
                ) : (
                  <>
                    {fact.kind === 'count' ? fact.value : grouped(fact.value)}
                    {fact.kind !== 'amount' && <span className={mergeClasses(styles.unit)}>{fact.unit}</span>}
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 && (
        <Button
          size="small"
          appearance="subtle"
          onClick={() => {
            setShown(shown + PAGE);
          }}
        >
          {PANE.data.more(Math.min(rest, PAGE))}
        </Button>
      )}
    </>
  );
}
