/** What a person set for the pane itself, not for one workbook. */
export interface Preferences {
  readonly get: (name: PreferenceName) => string | undefined;
  readonly set: (name: PreferenceName, value: string) => void;
}

export type PreferenceName = 'recalculates-by-itself';

/** Preferences that are forgotten with the page. */
export function forgetfulPreferences(): Preferences {
  const values = new Map<PreferenceName, string>();
  return {
    get: (name) => values.get(name),
    set: (name, value) => {
      values.set(name, value);
    },
  };
}
