import type { Phases } from '../commands/timing.ts';
import { CLI } from '../core/texts/cli-texts.ts';
import { LIST_SEPARATOR } from '../core/texts/terms.ts';
import type { Output } from './exit.ts';

/** How long each phase took, in milliseconds, for scripts. */
export function timingJson(phases: Phases): readonly object[] {
  return phases.times().map(({ phase, ms }) => ({ phase, ms: Math.round(ms) }));
}

/** The same as a line for people. */
export function printTiming(phases: Phases, output: Output): void {
  const times = phases.times().map(({ phase, ms }) => CLI.phase(CLI.phases[phase], String(Math.round(ms))));
  output.out(CLI.timing(times.join(LIST_SEPARATOR)));
}
