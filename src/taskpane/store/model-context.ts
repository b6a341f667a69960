import { createContext, use } from 'react';
import type { PaneModel } from './pane-model.ts';
import type { PaneState } from './pane-state.ts';
import { useSelected } from './store.ts';

/** The model of the pane that a component is part of. */
export const ModelContext = createContext<PaneModel | undefined>(undefined);

export function useModel(): PaneModel {
  const model = use(ModelContext);
  if (model === undefined) throw new Error('A part of the pane stands outside of it.');
  return model;
}

/** A part of what the pane shows, kept up to date. */
export function usePane<Part>(select: (state: PaneState) => Part): Part {
  return useSelected(useModel().store, select);
}
