import { Button, CounterBadge, Tab, TabList, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { PANE } from '../../core/texts/pane-texts.ts';
import { CheckTab } from '../check/check-tab.tsx';
import { DataTab } from '../data/data-tab.tsx';
import { ReportTab } from '../report/report-tab.tsx';
import { ScoreTab } from '../score/score-tab.tsx';
import { useModel, usePane } from '../store/model-context.ts';
import { TABS, type PaneState, type TabName } from '../store/pane-state.ts';
import { WriteBackDialog } from '../write-back/write-back-dialog.tsx';
import { Header } from './header.tsx';
import { NoticeBar } from './notice-bar.tsx';
import { useShortcuts } from './shortcuts.ts';

const useStyles = makeStyles({
  pane: { display: 'flex', flexDirection: 'column', minHeight: '100vh', minWidth: 0 },
  top: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tabs: { paddingLeft: tokens.spacingHorizontalXXS },
  tab: { paddingLeft: tokens.spacingHorizontalM, paddingRight: tokens.spacingHorizontalM },
  badge: { marginLeft: tokens.spacingHorizontalXS },
  panel: { flexGrow: 1, minWidth: 0, padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXXL}` },
  empty: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalM,
    paddingTop: tokens.spacingVerticalXXXL,
    color: tokens.colorNeutralForeground2,
  },
  emptyTitle: { margin: 0, fontSize: tokens.fontSizeBase400, color: tokens.colorNeutralForeground1 },
});

const CONTENTS: Readonly<Record<TabName, () => ReactNode>> = {
  data: DataTab,
  score: ScoreTab,
  report: ReportTab,
  check: CheckTab,
};

/** The whole pane. */
export function Pane(): ReactNode {
  const styles = useStyles();
  const model = useModel();
  const tab = usePane((state) => state.tab);
  const hasResult = usePane(({ analysis }) => analysis !== undefined);
  useShortcuts(model);
  const Content = CONTENTS[tab];
  return (
    <main className={styles.pane}>
      <div className={styles.top}>
        <Header />
        <TabList
          className={styles.tabs}
          aria-label={PANE.tabList}
          size="small"
          selectedValue={tab}
          onTabSelect={(_, { value }) => {
            model.show(value as TabName);
          }}
        >
          {TABS.map((name, index) => (
            <Tab
              key={name}
              value={name}
              id={`tab-${name}`}
              className={styles.tab}
              aria-controls="panel"
              aria-keyshortcuts={`Alt+${String(index + 1)}`}
              title={PANE.tabTip(PANE.tabs[name], `Alt+${String(index + 1)}`)}
            >
              {PANE.tabs[name]}
              <TabCount tab={name} />
            </Tab>
          ))}
        </TabList>
      </div>
      <NoticeBar />
      <div className={styles.panel} id="panel" role="tabpanel" aria-labelledby={`tab-${tab}`}>
        {hasResult ? <Content /> : <NoResult />}
      </div>
      <WriteBackDialog />
    </main>
  );
}

/** How many questions are open, how many errors there are. */
function TabCount({ tab }: { readonly tab: TabName }): ReactNode {
  const styles = useStyles();
  const count = usePane((state) => countOf(state, tab));
  if (count === 0) return null;
  return (
    <CounterBadge
      className={styles.badge}
      count={count}
      size="small"
      color={tab === 'check' ? 'danger' : 'important'}
    />
  );
}

function countOf({ analysis }: PaneState, tab: TabName): number {
  if (analysis === undefined) return 0;
  if (tab === 'data') return analysis.data.questions.filter(({ chosen }) => chosen === undefined).length;
  return tab === 'check' ? analysis.findings.filter(({ severity }) => severity === 'error').length : 0;
}

function NoResult(): ReactNode {
  const styles = useStyles();
  const model = useModel();
  const isBusy = usePane(({ work }) => work !== undefined);
  if (isBusy) return null;
  return (
    <div className={styles.empty}>
      <h2 className={styles.emptyTitle}>{PANE.empty.title}</h2>
      <span>{PANE.empty.text}</span>
      <Button onClick={() => void model.recalculate()}>{PANE.actions.recalculate}</Button>
    </div>
  );
}
