import { Input, makeStyles, tokens } from '@fluentui/react-components';
import { useDeferredValue, useState, type ReactNode } from 'react';
import type { DataView, FactView } from '../../commands/analysis/data-view.ts';
import { PANE } from '../../core/texts/pane-texts.ts';
import { Disclosure } from '../shared/disclosure.tsx';
import { Section } from '../shared/section.tsx';
import { usePane } from '../store/model-context.ts';
import { FactTable } from './fact-table.tsx';
import { Questions } from './questions.tsx';
import { SheetItem } from './sheet-item.tsx';

const useStyles = makeStyles({
  filter: { width: '100%' },
  count: { float: 'right', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  list: { display: 'flex', flexDirection: 'column' },
  none: { margin: 0, color: tokens.colorNeutralForeground3 },
  help: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

/** What was recognised in the workbook, sheet by sheet, and what only a person can say. */
export function DataTab(): ReactNode {
  const data = usePane(({ analysis }) => analysis?.data);
  return data === undefined ? null : (
    <>
      <Questions questions={data.questions} />
      <Sheets data={data} />
    </>
  );
}

function Sheets({ data }: { readonly data: DataView }): ReactNode {
  const styles = useStyles();
  const [filter, setFilter] = useState('');
  const wanted = useDeferredValue(filter).trim();
  return (
    <Section title={PANE.data.sheets} aside={PANE.data.yuan}>
      <Input
        className={styles.filter}
        size="small"
        type="search"
        value={filter}
        aria-label={PANE.data.filter}
        placeholder={PANE.data.filterHint}
        onChange={(_, { value }) => {
          setFilter(value);
        }}
      />
      {wanted === '' ? (
        <div className={styles.list}>
          {data.sheets.map((sheet) => (
            <SheetItem key={sheet.name} sheet={sheet} />
          ))}
          {data.derived.length > 0 && (
            <Disclosure
              summary={
                <>
                  <span className={styles.count}>{PANE.data.facts(data.derived.length)}</span>
                  {PANE.data.derived}
                </>
              }
              flush
            >
              {() => (
                <>
                  <p className={styles.help}>{PANE.data.derivedHelp}</p>
                  <FactTable facts={data.derived} />
                </>
              )}
            </Disclosure>
          )}
        </div>
      ) : (
        <Matches data={data} wanted={wanted} />
      )}
    </Section>
  );
}

function Matches({ data, wanted }: { readonly data: DataView; readonly wanted: string }): ReactNode {
  const styles = useStyles();
  const fits = ({ key }: FactView): boolean => key.includes(wanted);
  const facts = [...data.sheets.flatMap((sheet) => sheet.facts.filter(fits)), ...data.derived.filter(fits)];
  if (facts.length === 0) return <p className={styles.none}>{PANE.data.noMatch}</p>;
  return <FactTable facts={facts} />;
}
