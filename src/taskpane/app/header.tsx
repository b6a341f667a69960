import { Button, ProgressBar, Switch, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowClockwise16Regular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { ArrowUndo16Regular } from '@fluentui/react-icons/svg/arrow-undo';
import type { ReactNode } from 'react';
import { PANE } from '../../core/texts/pane-texts.ts';
import { useModel, usePane } from '../store/model-context.ts';

const useStyles = makeStyles({
  header: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS}`,
  },
  who: { display: 'flex', alignItems: 'baseline', columnGap: tokens.spacingHorizontalS },
  department: {
    margin: 0,
    minWidth: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  year: { flexShrink: 0, color: tokens.colorNeutralForeground2 },
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  button: { minWidth: 0, paddingLeft: tokens.spacingHorizontalS, paddingRight: tokens.spacingHorizontalS },
  switch: { marginLeft: 'auto', marginRight: `calc(-1 * ${tokens.spacingHorizontalS})` },
  state: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    height: '20px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  text: { flexShrink: 0, whiteSpace: 'nowrap' },
  stale: { color: tokens.colorStatusWarningForeground1 },
  progress: { flexGrow: 1 },
});

/** Whose workbook it is, what can be done with it, and how current what is shown is. */
export function Header(): ReactNode {
  const styles = useStyles();
  const model = useModel();
  const department = usePane(({ analysis }) => analysis?.department);
  const year = usePane(({ analysis }) => analysis?.year);
  const work = usePane((state) => state.work);
  const canWrite = usePane(({ analysis }) => analysis?.plan !== undefined);
  const canUndo = usePane((state) => state.canUndo);
  const byItself = usePane((state) => state.recalculatesByItself);
  const isBusy = work !== undefined;
  return (
    <header className={styles.header}>
      <div className={styles.who}>
        <h1 className={styles.department} title={department}>
          {department === undefined ? PANE.name : department || PANE.header.noDepartment}
        </h1>
        {year !== undefined && <span className={styles.year}>{PANE.header.year(year)}</span>}
      </div>
      <div className={styles.bar} role="toolbar" aria-label={PANE.actions.bar}>
        <Button
          className={styles.button}
          size="small"
          appearance="primary"
          disabledFocusable={isBusy || !canWrite}
          title={canWrite ? PANE.actions.writeBackTip : PANE.actions.nothingToWrite}
          aria-keyshortcuts="Alt+W"
          onClick={() => void model.previewWriteBack()}
        >
          {PANE.actions.writeBack}
        </Button>
        <Button
          className={styles.button}
          size="small"
          appearance="subtle"
          icon={<ArrowClockwise16Regular />}
          disabledFocusable={isBusy}
          title={PANE.actions.recalculateTip}
          aria-keyshortcuts="F9"
          onClick={() => void model.recalculate()}
        >
          {PANE.actions.recalculate}
        </Button>
        <Button
          className={styles.button}
          size="small"
          appearance="subtle"
          icon={<ArrowUndo16Regular />}
          disabledFocusable={isBusy || !canUndo}
          title={PANE.actions.undoTip}
          aria-label={PANE.actions.undo}
          aria-keyshortcuts="Alt+Z"
          onClick={() => void model.undo()}
        />
        <Switch
          className={styles.switch}
          label={{ children: PANE.actions.byItself, title: PANE.actions.byItselfTip }}
          size="small"
          labelPosition="before"
          checked={byItself}
          onChange={(_, { checked }) => {
            model.setRecalculatesByItself(checked);
          }}
        />
      </div>
      <StateLine />
    </header>
  );
}

/** 已是最新, 已过时, or what is under way, with a way to break it off. */
function StateLine(): ReactNode {
  const styles = useStyles();
  const model = useModel();
  const work = usePane((state) => state.work);
  const isStale = usePane((state) => state.isStale);
  const hasResult = usePane(({ analysis }) => analysis !== undefined);
  const canCancel = work === 'reading' || work === 'analysing' || work === 'drafting';
  return (
    <div className={styles.state}>
      <span role="status" className={mergeClasses(styles.text, work === undefined && isStale && styles.stale)}>
        {work !== undefined
          ? hasResult && (work === 'reading' || work === 'analysing')
            ? PANE.state.staleWork
            : PANE.state.work[work]
          : isStale
            ? PANE.state.stale
            : hasResult
              ? PANE.state.upToDate
              : PANE.state.none}
      </span>
      {work !== undefined && <ProgressBar className={styles.progress} aria-label={PANE.state.work[work]} />}
      {canCancel && (
        <Button
          size="small"
          appearance="subtle"
          onClick={() => {
            model.cancel();
          }}
        >
          {PANE.state.cancel}
        </Button>
      )}
    </div>
  );
}
