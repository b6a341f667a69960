import { forgetfulPreferences, type Preferences } from './preferences.ts';

/**
 * Preferences in the browser's storage, kept by Microsoft's helpers for add-ins. They load after the pane is seen; where
 * storage is not allowed, preferences last as long as the page.
 */
export async function officePreferences(): Promise<Preferences> {
  try {
    const helpers = await import(/* webpackChunkName: "office-helpers" */ '@microsoft/office-js-helpers');
    const storage = new helpers.Storage<string>('jixiao', helpers.StorageType.LocalStorage);
    return {
      get: (name) => (storage.has(name) ? storage.get(name) : undefined),
      set: (name, value) => {
        storage.set(name, value);
      },
    };
  } catch {
    return forgetfulPreferences();
  }
}
