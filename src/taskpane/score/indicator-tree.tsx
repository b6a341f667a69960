import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { IndicatorGroup, IndicatorView } from '../../commands/analysis/score-view.ts';
import { PANE } from '../../core/texts/pane-texts.ts';
import { Disclosure } from '../shared/disclosure.tsx';
import { Section } from '../shared/section.tsx';
import { Tag } from '../shared/tag.tsx';
import { useModel, usePane } from '../store/model-context.ts';
import { IndicatorDetails } from './indicator-details.tsx';

const useStyles = makeStyles({
  group: { paddingBottom: tokens.spacingVerticalM },
  first: {
    display: 'flex',
    margin: 0,
    padding: `${tokens.spacingVerticalXS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForeground2,
  },
  subtotal: { marginLeft: 'auto', whiteSpace: 'nowrap' },
  second: {
    margin: 0,
    paddingTop: tokens.spacingVerticalSNudge,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
  },
  row: { display: 'flex', alignItems: 'baseline', columnGap: tokens.spacingHorizontalS },
  name: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  lost: { flexShrink: 0, color: tokens.colorStatusDangerForeground1, fontSize: tokens.fontSizeBase200 },
  score: { flexShrink: 0, minWidth: '5.4em', textAlign: 'right', whiteSpace: 'nowrap' },
  weight: { color: tokens.colorNeutralForeground3 },
  missing: { color: tokens.colorStatusWarningForeground1 },
  open: {
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusMedium,
    paddingBottom: tokens.spacingVerticalS,
  },
});

/** Every indicator under the first and second levels of the scheme; opened, how its score came about. */
export function IndicatorTree({ groups }: { readonly groups: readonly IndicatorGroup[] }): ReactNode {
  const styles = useStyles();
  return (
    <Section title={PANE.score.indicators} aside={`${PANE.score.score} / ${PANE.score.weight}`}>
      <div>
        {groups.map(({ name, score, weight, parts }, at) => (
          <div key={`${name} ${String(at)}`} className={styles.group}>
            <h3 className={styles.first}>
              {name}
              <span className={styles.subtotal}>
                {score ?? PANE.score.noData}
                <span className={styles.weight}>{` / ${weight}`}</span>
              </span>
            </h3>
            {parts.map((part) => (
              <div key={part.name}>
                {part.name !== '' && <h4 className={styles.second}>{part.name}</h4>}
                {part.members.map((indicator) => (
                  <Item key={indicator.name} indicator={indicator} />
                ))}
              </div>
            ))}
          </div>
        ))}
      </div>
    </Section>
  );
}

function Item({ indicator }: { readonly indicator: IndicatorView }): ReactNode {
  const styles = useStyles();
  const model = useModel();
  const { name, weight, score, deduction, status, overridden } = indicator;
  const isOpen = usePane(({ openIndicator }) => openIndicator === name);
  return (
    <div id={`indicator-${name}`} className={isOpen ? styles.open : undefined}>
      <Disclosure
        flush
        open={isOpen}
        onToggle={(open) => {
          model.openIndicator(open ? name : undefined);
        }}
        summary={
          <span className={styles.row}>
            <span className={styles.name}>
              {name} {overridden && <Tag kind="attention">{PANE.score.overridden}</Tag>}
            </span>
            {Number(deduction ?? 0) > 0 && <span className={styles.lost}>{`−${deduction ?? ''}`}</span>}
            <span className={mergeClasses(styles.score, status === 'missing' && styles.missing)}>
              {status === 'not-applicable' ? PANE.score.notApplicable : (score ?? PANE.score.noData)}
              <span className={styles.weight}>{` / ${weight}`}</span>
            </span>
          </span>
        }
      >
        {() => <IndicatorDetails indicator={indicator} />}
      </Disclosure>
    </div>
  );
}
