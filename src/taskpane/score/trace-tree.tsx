import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { TraceView } from '../../commands/analysis/trace-view.ts';
import { PANE } from '../../core/texts/pane-texts.ts';
import { Disclosure } from '../shared/disclosure.tsx';
import { PlaceLinks } from '../shared/place-links.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, fontSize: tokens.fontSizeBase200 },
  nested: { borderLeft: `1px solid ${tokens.colorNeutralStroke2}`, paddingLeft: tokens.spacingHorizontalS },
  node: { padding: `${tokens.spacingVerticalXXS} 0`, lineHeight: tokens.lineHeightBase200 },
  line: { display: 'flex', columnGap: tokens.spacingHorizontalS },
  label: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  result: { flexShrink: 0, textAlign: 'right', maxWidth: '55%', overflowWrap: 'anywhere' },
  rule: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
});

/** More inputs than this are folded under the node that has them. */
const UNFOLDED = 4;

/** The values that a result was computed from, down to the cells. */
export function TraceTree({ inputs }: { readonly inputs: readonly TraceView[] }): ReactNode {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {inputs.map((input, index) => (
        <li key={`${input.label} ${String(index)}`} className={styles.node}>
          <Node trace={input} />
        </li>
      ))}
    </ul>
  );
}

function Node({ trace }: { readonly trace: TraceView }): ReactNode {
  const styles = useStyles();
  const { label, result, rule, substitution, places, inputs } = trace;
  return (
    <>
      <div className={styles.line}>
        <span className={styles.label}>{label}</span>
        <span className={styles.result}>{result}</span>
      </div>
      {rule !== '' && <div className={styles.rule}>{`${PANE.score.rule}：${rule}`}</div>}
      {substitution !== '' && <div className={styles.rule}>{`${PANE.score.substitution}：${substitution}`}</div>}
      {inputs.length === 0 && <PlaceLinks places={places} />}
      {inputs.length > 0 &&
        (inputs.length <= UNFOLDED ? (
          <div className={styles.nested}>
            <TraceTree inputs={inputs} />
          </div>
        ) : (
          <Disclosure flush summary={PANE.data.facts(inputs.length)}>
            {() => (
              <div className={styles.nested}>
                <TraceTree inputs={inputs} />
              </div>
            )}
          </Disclosure>
        ))}
    </>
  );
}
