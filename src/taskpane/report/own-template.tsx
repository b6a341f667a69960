import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useState, type ReactNode } from 'react';
import { PANE } from '../../core/texts/pane-texts.ts';
import { Section } from '../shared/section.tsx';
import { useModel, usePane } from '../store/model-context.ts';

const useStyles = makeStyles({
  choose: { alignSelf: 'flex-start' },
  intro: { margin: 0, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  faults: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXL,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: 'anywhere',
  },
});

interface Refused {
  readonly file: string;
  readonly faults: readonly string[];
}

/** A bureau's own template: chosen from disk, filled, and offered; or everything that is wrong with it. */
export function OwnTemplate(): ReactNode {
  const styles = useStyles();
  const model = useModel();
  const isBusy = usePane(({ work }) => work !== undefined);
  const [refused, setRefused] = useState<Refused>();
  const input = useRef<HTMLInputElement>(null);
  const fill = async (file: File): Promise<void> => {
    setRefused(undefined);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const faults = await model.offerFilled({ name: file.name, bytes });
    if (faults.length > 0) setRefused({ file: file.name, faults });
  };
  return (
    <Section title={PANE.report.template} help={PANE.report.templateHelp}>
      <Button
        className={styles.choose}
        disabledFocusable={isBusy}
        onClick={() => {
          input.current?.click();
        }}
      >
        {PANE.report.chooseTemplate}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".docx"
        hidden
        onChange={({ target }) => {
          const file = target.files?.[0];
          // So that the same file can be chosen again after it was mended.
          target.value = '';
          if (file !== undefined) void fill(file);
        }}
      />
      {refused !== undefined && (
        <div role="alert">
          <p className={styles.intro}>{PANE.report.templateFaults(refused.file, refused.faults.length)}</p>
          <ul className={styles.faults}>
            {refused.faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </div>
      )}
    </Section>
  );
}
