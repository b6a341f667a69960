import { ToggleButton, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ErrorCircle16Filled } from '@fluentui/react-icons/svg/error-circle';
import { Info16Regular } from '@fluentui/react-icons/svg/info';
import { Warning16Filled } from '@fluentui/react-icons/svg/warning';
import { useState, type ReactNode } from 'react';
import type { FindingView } from '../../commands/analysis/finding-view.ts';
import type { Severity } from '../../core/findings/finding.ts';
import { PANE } from '../../core/texts/pane-texts.ts';
import { PlaceLinks } from '../shared/place-links.tsx';
import { Tag } from '../shared/tag.tsx';
import { usePane } from '../store/model-context.ts';

const SEVERITIES = ['error', 'warning', 'info'] as const satisfies readonly Severity[];
const ICONS = { error: ErrorCircle16Filled, warning: Warning16Filled, info: Info16Regular };

const useStyles = makeStyles({
  filter: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalXS,
    rowGap: tokens.spacingVerticalXS,
    paddingTop: tokens.spacingVerticalM,
    paddingBottom: tokens.spacingVerticalS,
  },
  button: { minWidth: 0 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  icon: { flexShrink: 0, marginTop: '2px' },
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  info: { color: tokens.colorNeutralForeground3 },
  body: { display: 'flex', flexDirection: 'column', rowGap: '2px', minWidth: 0 },
  message: { margin: 0, lineHeight: tokens.lineHeightBase300, overflowWrap: 'anywhere' },
  none: { color: tokens.colorNeutralForeground2 },
});

/** Everything that a person should know, the gravest first. */
export function CheckTab(): ReactNode {
  const styles = useStyles();
  const findings = usePane(({ analysis }) => analysis?.findings) ?? [];
  const [wanted, setWanted] = useState<Severity | undefined>();
  const of = (severity: Severity): readonly FindingView[] => findings.filter((found) => found.severity === severity);
  const shown = wanted === undefined ? SEVERITIES.flatMap(of) : of(wanted);
  if (findings.length === 0) return <p className={styles.none}>{PANE.check.none}</p>;
  return (
    <>
      <div className={styles.filter} role="group" aria-label={PANE.check.filter}>
        <ToggleButton
          className={styles.button}
          size="small"
          shape="circular"
          checked={wanted === undefined}
          onClick={() => {
            setWanted(undefined);
          }}
        >
          {PANE.check.all} {findings.length}
        </ToggleButton>
        {SEVERITIES.map((severity) => (
          <ToggleButton
            key={severity}
            className={styles.button}
            size="small"
            shape="circular"
            checked={wanted === severity}
            onClick={() => {
              setWanted(severity);
            }}
          >
            {PANE.check.summary[severity]} {of(severity).length}
          </ToggleButton>
        ))}
      </div>
      {shown.length === 0 ? <p className={styles.none}>{PANE.check.noneOfKind}</p> : <FindingList findings={shown} />}
    </>
  );
}

/** Findings with their cells. */
export function FindingList({ findings }: { readonly findings: readonly FindingView[] }): ReactNode {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {findings.map(({ code, severity, stops, message, places }, index) => {
        const Icon = ICONS[severity];
        return (
          <li key={`${code} ${String(index)}`} className={styles.item}>
            <Icon className={mergeClasses(styles.icon, styles[severity])} aria-label={PANE.check.summary[severity]} />
            <div className={styles.body}>
              <p className={styles.message}>
                {message} {stops && <Tag kind="danger">{PANE.check.stops}</Tag>}
              </p>
              <PlaceLinks places={places} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}
