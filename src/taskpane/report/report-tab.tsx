import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { lazy, useState, type ReactNode } from 'react';
import { PANE } from '../../core/texts/pane-texts.ts';
import { NotScored } from '../score/score-tab.tsx';
import { Later } from '../shared/later.tsx';
import { Section } from '../shared/section.tsx';
import { useModel, usePane } from '../store/model-context.ts';
import { Outline } from './outline.tsx';
import { OwnTemplate } from './own-template.tsx';

const Preview = lazy(async () => ({
  default: (await import(/* webpackChunkName: "preview" */ './preview.tsx')).Preview,
}));

const useStyles = makeStyles({
  make: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    paddingTop: tokens.spacingVerticalM,
  },
  help: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  toggle: { alignSelf: 'flex-start' },
  todos: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, lineHeight: tokens.lineHeightBase300 },
});

/** The report: its outline with switches and notes, what is left to fill in, how it reads, and the Word file. */
export function ReportTab(): ReactNode {
  const styles = useStyles();
  const model = useModel();
  const draft = usePane((state) => state.draft);
  const isScored = usePane(({ analysis }) => analysis?.score !== undefined);
  const isBusy = usePane(({ work }) => work !== undefined);
  const [shows, setShows] = useState(false);
  if (!isScored) return <NotScored />;
  if (draft === undefined) return null;
  const todos = draft.outline.flatMap((section) => (section.on ? section.todos : []));
  const words = [...new Set(todos.map(({ text }) => text))];
  return (
    <>
      <div className={styles.make}>
        <Button appearance="primary" disabledFocusable={isBusy} onClick={() => void model.offerReport()}>
          {PANE.report.make}
        </Button>
        <p className={styles.help}>{PANE.report.makeHelp}</p>
      </div>
      <OwnTemplate />
      <Section title={PANE.report.outline} help={PANE.report.outlineHelp}>
        <Outline sections={draft.outline} />
      </Section>
      <Section title={PANE.report.todos} aside={todos.length === 0 ? undefined : String(todos.length)}>
        {words.length === 0 ? (
          <p className={styles.help}>{PANE.report.noTodos}</p>
        ) : (
          <ul className={styles.todos}>
            {words.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={PANE.report.preview}>
        <Button
          className={styles.toggle}
          size="small"
          aria-expanded={shows}
          onClick={() => {
            setShows(!shows);
          }}
        >
          {shows ? PANE.report.hidePreview : PANE.report.showPreview}
        </Button>
        {shows && (
          <Later>
            <Preview blocks={draft.blocks} />
          </Later>
        )}
      </Section>
    </>
  );
}
