import { Field, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { QuestionView } from '../../commands/analysis/data-view.ts';
import { PANE } from '../../core/texts/pane-texts.ts';
import { NOT_USED } from '../../core/workbook/mapping.ts';
import { Disclosure } from '../shared/disclosure.tsx';
import { PlaceLinks } from '../shared/place-links.tsx';
import { Section } from '../shared/section.tsx';
import { useModel, usePane } from '../store/model-context.ts';
import { Choice } from '../shared/choice.tsx';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  question: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  label: { overflowWrap: 'anywhere' },
});

/** What only a person can say, each answered in place; what was answered can be changed. */
export function Questions({ questions }: { readonly questions: readonly QuestionView[] }): ReactNode {
  const styles = useStyles();
  if (questions.length === 0) return null;
  const open = questions.filter(({ chosen }) => chosen === undefined);
  const answered = questions.filter(({ chosen }) => chosen !== undefined);
  const list = (some: readonly QuestionView[]): ReactNode => (
    <div className={styles.list}>
      {some.map((question) => (
        <QuestionItem key={`${question.about}|${question.form ?? ''}|${question.label}`} question={question} />
      ))}
    </div>
  );
  return (
    <Section title={PANE.data.questions} help={PANE.data.questionsHelp}>
      {open.length > 0 && list(open)}
      {answered.length > 0 && (
        <Disclosure flush summary={PANE.data.answered(answered.length)}>
          {() => list(answered)}
        </Disclosure>
      )}
    </Section>
  );
}

function QuestionItem({ question }: { readonly question: QuestionView }): ReactNode {
  const styles = useStyles();
  const model = useModel();
  const isBusy = usePane(({ work }) => work !== undefined);
  const { about, label, form, alternatives, chosen, places } = question;
  const choices = [...alternatives, NOT_USED];
  return (
    <div className={styles.question}>
      <Field
        label={{ className: styles.label, children: `${PANE.data.about[about]}“${label}”` }}
        hint={form === undefined ? null : { children: form }}
        size="small"
      >
        <Choice
          value={chosen ?? ''}
          disabled={isBusy}
          onChange={(_, { value }) => {
            if (value !== '') void model.answer(question, value);
          }}
        >
          {chosen === undefined && <option value="">{PANE.data.choose}</option>}
          {chosen !== undefined && !choices.includes(chosen) && <option value={chosen}>{chosen}</option>}
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </Choice>
      </Field>
      <PlaceLinks places={places} />
    </div>
  );
}
