import { finding, type Finding } from '../core/findings/finding.ts';
import { COMMANDS } from '../core/texts/command-texts.ts';
import { LIST_SEPARATOR } from '../core/texts/terms.ts';
import type { LiveDocument } from '../hosts/ports/live-document.ts';
import type { Command } from './command.ts';

export interface FreezeContext {
  readonly document: LiveDocument;
  /** Puts back what an earlier run took away. */
  readonly undo: boolean;
}

export type FreezeResult =
  | {
      readonly kind: 'done';
      /** How many content controls were taken away, or put back. */
      readonly count: number;
      readonly findings: readonly Finding[];
    }
  /** There is nothing to take away, or nothing to put back. */
  | { readonly kind: 'nothing' };

/** 定稿: takes the content controls of a report away and leaves its words; or puts them back. */
export const freeze: Command<FreezeContext, FreezeResult> = {
  id: 'freeze',
  label: COMMANDS.freeze.label,
  unavailable: ({ document }) => (document === undefined ? COMMANDS.refresh.noDocument : undefined),
  run: async ({ document, undo }) => {
    const state = await document.read();
    if (undo) {
      if (state.frozen === undefined) return { kind: 'nothing' };
      const { restored, lost } = await document.unfreeze();
      const what = [...new Set(lost.map(({ text }) => text))].join(LIST_SEPARATOR);
      const findings = lost.length === 0 ? [] : [finding('controls-lost', { count: String(lost.length), what })];
      return { kind: 'done', count: restored, findings };
    }
    const todos = new Set(state.carried?.phrases.filter(({ kind }) => kind === 'todo').map(({ tag }) => tag));
    const open = state.controls.filter(({ tag }) => todos.has(tag)).map(({ text }) => text);
    const count = await document.freeze();
    if (count === 0) return { kind: 'nothing' };
    const what = [...new Set(open)].join(LIST_SEPARATOR);
    const findings = open.length === 0 ? [] : [finding('final-incomplete', { count: String(open.length), what })];
    return { kind: 'done', count, findings };
  },
};
