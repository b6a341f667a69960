import { Button, Field, Input, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { EntryTexts, EntryView } from '../../commands/analysis/entry.ts';
import { PANE } from '../../core/texts/pane-texts.ts';
import { JUDGEMENT_ANSWERS } from '../../core/texts/terms.ts';
import { Disclosure } from '../shared/disclosure.tsx';
import { useModel, usePane } from '../store/model-context.ts';
import { Choice } from '../shared/choice.tsx';
import { Tag } from '../shared/tag.tsx';

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalXS} 0`,
  },
  summary: { display: 'flex', columnGap: tokens.spacingHorizontalS },
  title: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  answer: { flexShrink: 0, color: tokens.colorNeutralForeground2 },
  save: { alignSelf: 'flex-start' },
});

const ANSWERS = Object.values(JUDGEMENT_ANSWERS).flatMap(([offered]) => offered ?? []);

/** One answer of a person with its reason and evidence, edited in place and put into the workbook's cells. */
export function EntryForm({
  form,
  title,
  help,
  entry,
  most,
  startsOpen,
}: {
  /** Names the form: what was typed into it is kept under this name. */
  readonly form: string;
  readonly title: string;
  readonly help?: string;
  readonly entry: EntryView;
  readonly most: string;
  readonly startsOpen: boolean;
}): ReactNode {
  const styles = useStyles();
  const typed = usePane((state) => state.typed[form]);
  const [open, setOpen] = useState(startsOpen || typed !== undefined);
  return (
    <Disclosure
      flush
      open={open}
      onToggle={setOpen}
      summary={
        <span className={styles.summary}>
          <span className={styles.title}>{title}</span>
          {typed !== undefined && <Tag kind="attention">{PANE.score.entry.unsaved}</Tag>}
          <span className={styles.answer}>{entry.answer === '' ? PANE.score.entry.none : entry.answer}</span>
        </span>
      }
    >
      {() => <Fields form={form} help={help} entry={entry} most={most} />}
    </Disclosure>
  );
}

function Fields({
  form,
  help,
  entry,
  most,
}: {
  readonly form: string;
  readonly help: string | undefined;
  readonly entry: EntryView;
  readonly most: string;
}): ReactNode {
  const styles = useStyles();
  const model = useModel();
  const isBusy = usePane(({ work }) => work !== undefined);
  const typed = usePane((state) => state.typed[form]);
  const [fault, setFault] = useState<string | undefined>();
  const { asks, cells, answer, reason, evidence, where } = entry;
  // What the workbook holds now, but for what is being typed: a new result takes nothing of it away.
  const held: EntryTexts = { answer, reason, evidence, where };
  const texts: EntryTexts = { ...held, ...typed };
  const isSame = changed(texts, held).length === 0;
  const change = (fields: Partial<EntryTexts>): void => {
    const next = { ...texts, ...fields };
    const differing = changed(next, held);
    model.keepTyped(
      form,
      differing.length === 0 ? undefined : Object.fromEntries(differing.map((field) => [field, next[field]])),
    );
    setFault(undefined);
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (isSame || isBusy) return;
        void model.enter(form, entry, texts, most).then(setFault);
      }}
    >
      <Field
        size="small"
        label={PANE.score.entry.asks[asks]}
        hint={help ?? (asks === 'score' || asks === 'deduction' ? PANE.score.entry.most(most) : null)}
        validationMessage={fault ?? null}
        validationState={fault === undefined ? 'none' : 'error'}
      >
        {asks === 'answer' ? (
          <Choice
            value={texts.answer}
            onChange={(_, { value }) => {
              change({ answer: value });
            }}
          >
            <option value="">{PANE.score.entry.none}</option>
            {ANSWERS.map((answer) => (
              <option key={answer} value={answer}>
                {answer}
              </option>
            ))}
          </Choice>
        ) : (
          <Input
            size="small"
            inputMode="decimal"
            value={texts.answer}
            onChange={(_, { value }) => {
              change({ answer: value });
            }}
          />
        )}
      </Field>
      {cells.reason !== undefined && (
        <Field size="small" label={PANE.score.entry.reason}>
          <Textarea
            size="small"
            resize="vertical"
            value={texts.reason}
            onChange={(_, { value }) => {
              change({ reason: value });
            }}
          />
        </Field>
      )}
      {cells.evidence !== undefined && (
        <Field size="small" label={PANE.score.entry.evidence}>
          <Input
            size="small"
            value={texts.evidence}
            onChange={(_, { value }) => {
              change({ evidence: value });
            }}
          />
        </Field>
      )}
      {cells.where !== undefined && (
        <Field size="small" label={PANE.score.entry.where}>
          <Input
            size="small"
            value={texts.where}
            onChange={(_, { value }) => {
              change({ where: value });
            }}
          />
        </Field>
      )}
      <Button className={styles.save} type="submit" size="small" disabledFocusable={isSame || isBusy}>
        {PANE.score.entry.save}
      </Button>
    </form>
  );
}

function changed(texts: EntryTexts, held: EntryTexts): readonly (keyof EntryTexts)[] {
  return (['answer', 'reason', 'evidence', 'where'] as const).filter((field) => texts[field] !== held[field]);
}
