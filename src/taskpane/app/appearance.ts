import { useSyncExternalStore } from 'react';

/** How the pane is to look; high contrast is the browser's own and comes on top of either. */
export type Appearance = 'light' | 'dark';

/** Tells how the pane is to look, and when that changes. */
export interface AppearanceSource {
  readonly current: () => Appearance;
  /** @returns ends the listening */
  readonly listen: (changed: () => void) => () => void;
}

const DARK_QUERY = '(prefers-color-scheme: dark)';

/** What the system prefers. */
export const systemAppearance: AppearanceSource = {
  current: () => (matchMedia(DARK_QUERY).matches ? 'dark' : 'light'),
  listen: (changed) => {
    const query = matchMedia(DARK_QUERY);
    query.addEventListener('change', changed);
    return () => {
      query.removeEventListener('change', changed);
    };
  },
};

/** The look in force, kept up to date. */
export function useAppearance(source: AppearanceSource): Appearance {
  return useSyncExternalStore(source.listen, source.current);
}
