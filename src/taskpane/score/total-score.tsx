import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ScoreView } from '../../commands/analysis/score-view.ts';
import { PANE } from '../../core/texts/pane-texts.ts';

const useStyles = makeStyles({
  total: { paddingTop: tokens.spacingVerticalL, paddingBottom: tokens.spacingVerticalS },
  line: { display: 'flex', alignItems: 'baseline', columnGap: tokens.spacingHorizontalS },
  score: {
    fontSize: tokens.fontSizeHero900,
    lineHeight: tokens.lineHeightHero900,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForeground1,
  },
  missing: {
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorStatusWarningForeground1,
  },
  of: { color: tokens.colorNeutralForeground3 },
  deducted: { marginLeft: 'auto', color: tokens.colorStatusDangerForeground1 },
  track: {
    height: '4px',
    marginTop: tokens.spacingVerticalXS,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground6,
    overflow: 'hidden',
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  fill: {
    height: '100%',
    backgroundColor: tokens.colorBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
  help: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** The total score with a bar; said plainly where it cannot be had. */
export function TotalScore({ score: { total } }: { readonly score: ScoreView }): ReactNode {
  const styles = useStyles();
  const { score, weight, deduction, share } = total;
  return (
    <section className={styles.total} aria-label={PANE.score.total}>
      <div className={styles.line}>
        {score === undefined ? (
          <span className={styles.missing}>{PANE.score.noData}</span>
        ) : (
          <span className={styles.score}>{score}</span>
        )}
        <span className={styles.of}>{PANE.score.of(weight)}</span>
        {deduction !== undefined && <span className={styles.deducted}>{PANE.score.deducted(deduction)}</span>}
      </div>
      {score === undefined ? (
        <p className={styles.help}>{PANE.score.incomplete}</p>
      ) : (
        <div className={styles.track} aria-hidden>
          <div className={styles.fill} style={{ width: `${String(share * 100)}%` }} />
        </div>
      )}
    </section>
  );
}
