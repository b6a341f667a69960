/** What became of waiting for Office.js. */
export type OfficeStart =
  | { readonly kind: 'ready'; readonly host: 'excel' | 'word' | 'none' }
  /** The script could not be had, or the application did not answer, within the time. */
  | { readonly kind: 'timeout' };

/** How long a slow network may take before the pane says that something is wrong, in milliseconds. */
export const OFFICE_TIMEOUT = 15_000;

/**
 * Waits until Office.js has loaded and the application has answered. `Office.onReady` never resolves when the script's host is
 * blocked, so the wait ends by itself; a script that fails outright ends it at once.
 */
export function officeReady(script: HTMLElement | null, timeout: number = OFFICE_TIMEOUT): Promise<OfficeStart> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      resolve({ kind: 'timeout' });
    }, timeout);
    const end = (start: OfficeStart): void => {
      clearTimeout(timer);
      resolve(start);
    };
    const ask = (): void => {
      void Office.onReady().then(({ host }) => {
        end({ kind: 'ready', host: hostOf(host) });
      });
    };
    const isThere = (): boolean => typeof (globalThis as { Office?: unknown }).Office !== 'undefined';
    const giveUp = (): void => {
      if (!isThere()) end({ kind: 'timeout' });
    };
    if (isThere()) {
      ask();
      return;
    }
    script?.addEventListener('load', ask);
    // The page is complete when the script has run or failed; it may have failed before anyone listened.
    if (document.readyState === 'complete') giveUp();
    else addEventListener('load', giveUp);
  });
}

function hostOf(host: Office.HostType | null): 'excel' | 'word' | 'none' {
  if (host === Office.HostType.Excel) return 'excel';
  return host === Office.HostType.Word ? 'word' : 'none';
}
