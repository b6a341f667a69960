import { FluentProvider, makeStaticStyles, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useAppearance, type AppearanceSource } from './appearance.ts';
import { DARK, LIGHT } from './brand.ts';

const usePageStyles = makeStaticStyles({ body: { margin: 0 } });

const useStyles = makeStyles({
  frame: { minHeight: '100vh', fontVariantNumeric: 'tabular-nums' },
});

/** The theme around everything that the pane shows. */
export function Frame({
  appearance: source,
  children,
}: {
  readonly appearance: AppearanceSource;
  readonly children: ReactNode;
}): ReactNode {
  usePageStyles();
  const styles = useStyles();
  const appearance = useAppearance(source);
  return (
    <FluentProvider theme={appearance === 'dark' ? DARK : LIGHT} className={styles.frame}>
      {children}
    </FluentProvider>
  );
}
