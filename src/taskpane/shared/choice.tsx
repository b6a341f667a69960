import { Select, makeStyles, type SelectProps } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: { minWidth: 0 },
  select: { minWidth: 0, width: '100%', textOverflow: 'ellipsis' },
});

/** A list to choose from that is never wider than the pane, however long its words are. */
export function Choice({ children, ...props }: Omit<SelectProps, 'size' | 'className'>): ReactNode {
  const styles = useStyles();
  return (
    <Select {...props} size="small" root={{ className: styles.root }} select={{ className: styles.select }}>
      {children}
    </Select>
  );
}
