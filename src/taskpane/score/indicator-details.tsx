import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { EntryView } from '../../commands/analysis/entry.ts';
import type { IndicatorView } from '../../commands/analysis/score-view.ts';
import { PANE } from '../../core/texts/pane-texts.ts';
import { LIST_SEPARATOR } from '../../core/texts/terms.ts';
import { Disclosure } from '../shared/disclosure.tsx';
import { Lines } from '../shared/lines.tsx';
import { PlaceLinks } from '../shared/place-links.tsx';
import { Tag } from '../shared/tag.tsx';
import { usePane } from '../store/model-context.ts';
import { EntryForm } from './entry-form.tsx';
import { TraceTree } from './trace-tree.tsx';

const useStyles = makeStyles({
  details: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    padding: `0 ${tokens.spacingHorizontalS} 0 ${tokens.spacingHorizontalXL}`,
  },
  part: { display: 'block' },
});

/** What one score is made of, what would raise it, and where people put theirs. */
export function IndicatorDetails({ indicator }: { readonly indicator: IndicatorView }): ReactNode {
  const styles = useStyles();
  const { name, value, reason, reasonPlaces, evidence, missing, trace, verified, dataSource, entries, override } =
    indicator;
  const whatIf = usePane((state) => state.whatIf[name]);
  return (
    <div className={styles.details}>
      <Lines
        lines={[
          value === '' ? undefined : { name: PANE.score.value, value },
          missing.length === 0 ? undefined : { name: PANE.score.missing, value: missing.join(LIST_SEPARATOR) },
          trace.rule === '' ? undefined : { name: PANE.score.rule, value: trace.rule },
          trace.substitution === '' ? undefined : { name: PANE.score.substitution, value: trace.substitution },
          reason === ''
            ? undefined
            : {
                name: PANE.score.reason,
                value: (
                  <>
                    {reason} <PlaceLinks places={reasonPlaces} />
                  </>
                ),
              },
          { name: PANE.score.whatIf, value: whatIf ?? PANE.score.asking },
          evidence.length === 0
            ? undefined
            : {
                name: PANE.score.evidence,
                value: evidence.map((one) => (
                  <span key={`${one.name} ${one.where}`} className={styles.part}>
                    {one.where === '' ? one.name : `${one.name}（${one.where}）`} <PlaceLinks places={one.places} />
                  </span>
                )),
              },
          dataSource === '' ? undefined : { name: PANE.score.dataSource, value: dataSource },
          trace.clause === undefined
            ? undefined
            : {
                name: PANE.score.clause,
                value: (
                  <>
                    {trace.clause} {!verified && <Tag kind="attention">{PANE.score.unverified}</Tag>}
                  </>
                ),
              },
        ]}
      />
      {trace.inputs.length > 0 && (
        <Disclosure flush summary={PANE.score.trace}>
          {() => <TraceTree inputs={trace.inputs} />}
        </Disclosure>
      )}
      {trace.inputs.length === 0 && trace.places.length > 0 && (
        <Lines lines={[{ name: PANE.score.from, value: <PlaceLinks places={trace.places} /> }]} />
      )}
      <Entries indicator={indicator} entries={entries} override={override} />
    </div>
  );
}

function Entries({
  indicator,
  entries,
  override,
}: {
  readonly indicator: IndicatorView;
  readonly entries: readonly EntryView[];
  readonly override: EntryView | undefined;
}): ReactNode {
  const { name, weight, overridden } = indicator;
  return (
    <>
      {entries.map((entry) => (
        <EntryForm
          key={`${entry.point} ${entry.asks}`}
          form={`${name} ${entry.point} ${entry.asks}`}
          title={entry.point === '' ? PANE.score.entry.title : entry.point}
          entry={entry}
          most={weight}
          startsOpen={entry.answer === ''}
        />
      ))}
      {override !== undefined && (entries.length === 0 || overridden) && (
        <EntryForm
          form={`${name} ${override.origin}`}
          title={PANE.score.entry.override}
          help={PANE.score.entry.overrideHelp}
          entry={override}
          most={weight}
          startsOpen={overridden}
        />
      )}
    </>
  );
}
