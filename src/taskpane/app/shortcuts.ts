import { useEffect } from 'react';
import type { PaneModel } from '../store/pane-model.ts';
import { TABS } from '../store/pane-state.ts';

/** The keys that work anywhere in the pane: F9 as in Excel, Alt with a digit for the tabs, Alt+W and Alt+Z. */
export function useShortcuts(model: PaneModel): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      // An open dialog is answered first.
      if (event.defaultPrevented || model.store.get().preview !== undefined) return;
      const action = actionOf(event, model);
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', press);
    return () => {
      document.removeEventListener('keydown', press);
    };
  }, [model]);
}

function actionOf(event: KeyboardEvent, model: PaneModel): (() => void) | undefined {
  const { work, canUndo } = model.store.get();
  if (event.key === 'F9') return () => void model.recalculate();
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return undefined;
  const tab = TABS[['Digit1', 'Digit2', 'Digit3', 'Digit4'].indexOf(event.code)];
  if (tab !== undefined) {
    return () => {
      model.show(tab);
      document.getElementById(`tab-${tab}`)?.focus();
    };
  }
  if (work !== undefined) return undefined;
  if (event.code === 'KeyW') return () => void model.previewWriteBack();
  if (event.code === 'KeyZ' && canUndo) return () => void model.undo();
  return undefined;
}
