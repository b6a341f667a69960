import { Button, Checkbox, Field, Textarea, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Note16Filled } from '@fluentui/react-icons/svg/note';
import { NoteAdd16Regular } from '@fluentui/react-icons/svg/note-add';
import { useState, type ReactNode } from 'react';
import type { SectionId } from '../../core/report/outline.ts';
import { PANE } from '../../core/texts/pane-texts.ts';
import { Tag } from '../shared/tag.tsx';
import { useModel, usePane } from '../store/model-context.ts';
import type { DraftView } from '../worker/protocol.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  line: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS, minHeight: '28px' },
  under: { paddingLeft: tokens.spacingHorizontalXL },
  check: { flexGrow: 1, minWidth: 0, marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  notes: { minWidth: 0, flexShrink: 0 },
  editor: { paddingBottom: tokens.spacingVerticalS },
});

type OutlineSection = DraftView['outline'][number];

/** Every section with a switch, how much of it is left to fill in, and a person's own notes. */
export function Outline({ sections }: { readonly sections: readonly OutlineSection[] }): ReactNode {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {sections.map((section) => (
        <Item key={section.id} section={section} />
      ))}
    </ul>
  );
}

function Item({ section }: { readonly section: OutlineSection }): ReactNode {
  const styles = useStyles();
  const model = useModel();
  const { id, title, level, on, todos, parent } = section;
  const off = usePane(({ draftOptions }) => draftOptions.off) ?? [];
  const note = usePane(({ draftOptions }) => draftOptions.notes?.[id]) ?? '';
  const [open, setOpen] = useState(false);
  const under = level === 2 ? styles.under : undefined;
  return (
    <li>
      <div className={mergeClasses(styles.line, under)}>
        <span className={styles.check}>
          <Checkbox
            label={title}
            checked={on}
            disabled={parent !== undefined && off.includes(parent)}
            onChange={(_, { checked }) =>
              void model.draft({ off: checked === true ? off.filter((one) => one !== id) : [...off, id] })
            }
          />
        </span>
        {on && todos.length > 0 && <Tag kind="attention">{PANE.report.todoCount(todos.length)}</Tag>}
        <Button
          className={styles.notes}
          size="small"
          appearance="subtle"
          icon={note === '' ? <NoteAdd16Regular /> : <Note16Filled />}
          aria-expanded={open}
          aria-label={PANE.report.notesOf(title)}
          title={PANE.report.notesOf(title)}
          disabledFocusable={!on}
          onClick={() => {
            setOpen(!open);
          }}
        />
      </div>
      {open && on && (
        <div className={mergeClasses(styles.editor, under)}>
          <Notes id={id} title={title} note={note} />
        </div>
      )}
    </li>
  );
}

function Notes({
  id,
  title,
  note,
}: {
  readonly id: SectionId;
  readonly title: string;
  readonly note: string;
}): ReactNode {
  const model = useModel();
  const notes = usePane(({ draftOptions }) => draftOptions.notes) ?? {};
  return (
    <Field size="small" label={PANE.report.notesOf(title)} hint={PANE.report.notesHint}>
      <Textarea
        size="small"
        resize="vertical"
        rows={4}
        value={note}
        onChange={(_, { value }) => void model.draft({ notes: { ...notes, [id]: value } })}
      />
    </Field>
  );
}
