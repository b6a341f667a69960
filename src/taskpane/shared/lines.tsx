import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    // Lists under each other stand in line: most names have four letters.
    gridTemplateColumns: 'minmax(4em, max-content) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  name: { margin: 0, color: tokens.colorNeutralForeground3 },
  value: { margin: 0, overflowWrap: 'anywhere' },
});

export interface Line {
  readonly name: string;
  readonly value: ReactNode;
}

/** Names and what belongs to them, two columns; lines without a value are left out. */
export function Lines({ lines }: { readonly lines: readonly (Line | undefined)[] }): ReactNode {
  const styles = useStyles();
  const shown = lines.filter((line) => line !== undefined);
  if (shown.length === 0) return null;
  return (
    <dl className={styles.list}>
      {shown.map(({ name, value }) => [
        <dt key={`${name} name`} className={styles.name}>
          {name}
        </dt>,
        <dd key={name} className={styles.value}>
          {value}
        </dd>,
      ])}
    </dl>
  );
}
