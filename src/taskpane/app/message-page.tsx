import { Button, Text, Title3, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalXL}`,
  },
  list: { margin: 0, paddingLeft: '1.4em', lineHeight: tokens.lineHeightBase400 },
});

/** A page that says why the pane is not there, and what to do. */
export function MessagePage({
  title,
  text,
  steps,
  action,
}: {
  readonly title: string;
  readonly text: string;
  readonly steps: readonly string[];
  readonly action?: { readonly label: string; readonly run: () => void };
}): ReactNode {
  const styles = useStyles();
  return (
    <main className={styles.page}>
      <Title3 as="h1">{title}</Title3>
      <Text>{text}</Text>
      {steps.length > 0 && (
        <ol className={styles.list}>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      {action && (
        <Button appearance="primary" onClick={action.run}>
          {action.label}
        </Button>
      )}
    </main>
  );
}
