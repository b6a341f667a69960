import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { SheetView, TableView } from '../../commands/analysis/data-view.ts';
import { PANE } from '../../core/texts/pane-texts.ts';
import { Disclosure } from '../shared/disclosure.tsx';
import { Lines } from '../shared/lines.tsx';
import { PlaceLinks } from '../shared/place-links.tsx';
import { FactTable } from './fact-table.tsx';

const useStyles = makeStyles({
  summary: { display: 'flex', columnGap: tokens.spacingHorizontalS, alignItems: 'baseline' },
  names: { flexGrow: 1, minWidth: 0 },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  form: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  count: { flexShrink: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  table: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    paddingBottom: tokens.spacingVerticalM,
  },
  columns: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
});

/** One sheet: its form, unit and how much was taken from it; opened, what exactly. */
export function SheetItem({ sheet }: { readonly sheet: SheetView }): ReactNode {
  const styles = useStyles();
  const { name, tables, passed, facts } = sheet;
  const count = facts.length > 0 ? facts.length : tables.reduce((sum, table) => sum + table.facts, 0);
  const forms = tables.map(({ form, unit }) => [form, unit].filter((part) => part !== '').join(' · '));
  const about = forms.length > 0 ? forms.join('；') : passed.map(({ reason }) => reason).join('；');
  return (
    <Disclosure
      flush
      summary={
        <span className={styles.summary}>
          <span className={styles.names}>
            <span className={styles.name}>{name}</span>
            {about !== name && <span className={styles.form}>{about}</span>}
          </span>
          <span className={styles.count}>
            {count > 0 ? PANE.data.facts(count) : tables.length === 0 ? PANE.data.noTable : ''}
          </span>
        </span>
      }
    >
      {() => (
        <div className={styles.table}>
          {tables.map((table) => (
            <TableDetails key={table.range} sheet={name} table={table} />
          ))}
          <Lines
            lines={
              tables.length === 0
                ? []
                : passed.map(({ range, reason }) => ({ name: range ?? PANE.data.noTable, value: reason }))
            }
          />
          {facts.length > 0 && <FactTable facts={facts} />}
        </div>
      )}
    </Disclosure>
  );
}

function TableDetails({ sheet, table }: { readonly sheet: string; readonly table: TableView }): ReactNode {
  const { range, unit, columns, skipped } = table;
  return (
    <div>
      <Lines
        lines={[
          { name: PANE.data.range, value: <PlaceLinks places={[{ sheet, range }]} /> },
          unit === '' ? undefined : { name: PANE.data.unit, value: unit },
          ...skipped.map(({ places, reason }) => ({
            name: PANE.data.skipped,
            value: (
              <>
                {reason} <PlaceLinks places={places} />
              </>
            ),
          })),
        ]}
      />
      {columns.length > 0 && (
        <Disclosure summary={PANE.data.columnsToggle}>
          {() => <Lines lines={columns.map(({ header, meaning }) => ({ name: header, value: meaning }))} />}
        </Disclosure>
      )}
    </div>
  );
}
