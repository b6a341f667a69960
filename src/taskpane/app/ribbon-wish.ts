import type { PaneModel } from '../store/pane-model.ts';
import type { TabName } from '../store/pane-state.ts';

/** What the ribbon's button wants of the pane that it opens: `taskpane.html?do=write-back`. */
export type RibbonWish = 'open' | 'write-back' | 'report' | 'check';

const TAB_OF: Readonly<Record<RibbonWish, TabName>> = {
  open: 'data',
  'write-back': 'score',
  report: 'report',
  check: 'check',
};

/** @param search the query of the pane's address; anything unknown opens the pane as it is */
export function ribbonWish(search: string): RibbonWish {
  const wish = new URLSearchParams(search).get('do') ?? '';
  return wish in TAB_OF ? (wish as RibbonWish) : 'open';
}

/** Shows what was wished for, once there is a first result. */
export async function fulfil(wish: RibbonWish, model: PaneModel, started: Promise<void>): Promise<void> {
  model.show(TAB_OF[wish]);
  await started;
  if (wish === 'write-back') await model.previewWriteBack();
}
