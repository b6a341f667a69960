import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { lazy, type ReactNode } from 'react';
import { PANE } from '../../core/texts/pane-texts.ts';
import { FindingList } from '../check/check-tab.tsx';
import { Later } from '../shared/later.tsx';
import { Section } from '../shared/section.tsx';
import { useModel, usePane } from '../store/model-context.ts';
import { IndicatorTree } from './indicator-tree.tsx';
import { SchemeChoice } from './scheme-choice.tsx';
import { TotalScore } from './total-score.tsx';

const DeductionChart = lazy(async () => ({
  default: (await import(/* webpackChunkName: "charts" */ './charts.ts')).DeductionChart,
}));
const MonthChart = lazy(async () => ({
  default: (await import(/* webpackChunkName: "charts" */ './charts.ts')).MonthChart,
}));

/** The total, where points were lost, every indicator, and the months. */
export function ScoreTab(): ReactNode {
  const score = usePane(({ analysis }) => analysis?.score);
  if (score === undefined) {
    return (
      <>
        <NotScored />
        <SchemeChoice />
      </>
    );
  }
  return (
    <>
      <TotalScore score={score} />
      <SchemeChoice />
      <Later>
        <DeductionChart groups={score.groups} />
      </Later>
      <IndicatorTree groups={score.groups} />
      {score.months.length > 0 && (
        <Later>
          <MonthChart months={score.months} />
        </Later>
      )}
    </>
  );
}

const useStyles = makeStyles({
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  button: { alignSelf: 'flex-start' },
});

/** Why there is no score, and where to go. */
export function NotScored(): ReactNode {
  const styles = useStyles();
  const model = useModel();
  const findings = usePane(({ analysis }) => analysis?.findings) ?? [];
  const stopping = findings.filter(({ stops }) => stops);
  return (
    <Section title={PANE.empty.unusable}>
      <p className={styles.text}>{PANE.empty.unusableText(stopping.length)}</p>
      <FindingList findings={stopping} />
      <Button
        className={styles.button}
        size="small"
        onClick={() => {
          model.show('check');
        }}
      >
        {PANE.empty.seeAll}
      </Button>
    </Section>
  );
}
