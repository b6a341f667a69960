import { makeStyles, tokens } from '@fluentui/react-components';
import { Suspense, type ReactNode } from 'react';
import { PANE } from '../../core/texts/pane-texts.ts';
import { Boundary } from './boundary.tsx';

const useStyles = makeStyles({
  missing: { margin: 0, padding: `${tokens.spacingVerticalM} 0`, color: tokens.colorNeutralForeground2 },
});

/** A part of the pane whose code is loaded when it is wanted; where it cannot be had the pane says so. */
export function Later({ children }: { readonly children: ReactNode }): ReactNode {
  const styles = useStyles();
  return (
    <Boundary instead={<p className={styles.missing}>{PANE.notLoaded}</p>}>
      <Suspense fallback={null}>{children}</Suspense>
    </Boundary>
  );
}
