import type { RunningExcel } from '../../office-host/excel/start-excel.ts';

/* The pane waits for Excel, and waits before it tries again. Its clock is moved on, so that a test does not wait with it. */

/** Pane time that passes at each step while nothing is outstanding: longer than the pane ever waits before it tries again. */
const STEP = 2_500;

/** A request that Excel does not answer in time. */
export interface Hang {
  /** Its place in the log. */
  readonly request: number;
  /** Pane time that passes meanwhile, in milliseconds. */
  readonly for: number;
  /** The answer comes then; otherwise it never does. */
  readonly ends: boolean;
}

/** What the pane says when it has nothing more to do. */
export interface AtRest {
  /** 已是最新, 已过时 or 尚未计算 */
  readonly status: string;
  /** The message under the tabs; empty when there is none. */
  readonly notice: string;
  readonly hasDialog: boolean;
}

/** Puts a clock into the pane that a test moves on, and opens it again. */
export async function withSwiftClock(excel: RunningExcel): Promise<void> {
  await excel.context.clock.install();
  await excel.reopen();
}

/**
 * Lets the pane's time pass until it has nothing more to do. Time does not pass faster than it does as long as Excel has
 * something to answer, but for a request that hangs.
 */
export async function atRest(excel: RunningExcel, hang?: Hang): Promise<AtRest> {
  const { context, log } = excel;
  const given = new Set(log.roundTrips.slice(0, hang?.request).filter(({ outcome }) => outcome === 'none'));
  let waited = false;
  let seen = log.roundTrips.length;
  for (let quiet = 0; ;) {
    await excel.settled();
    const hung = hang === undefined ? undefined : log.roundTrips[hang.request];
    const isHanging = hung?.outcome === 'none';
    const others = log.roundTrips.filter((trip) => trip.outcome === 'none' && !given.has(trip) && trip !== hung);
    const state = await stateOf(excel);
    const isLate = isHanging && hang?.ends === true;
    const isNew = isHanging && !waited;
    // What goes on without being shown, as when notes are saved, is told by the log alone.
    const isAsking = log.roundTrips.length > seen;
    seen = log.roundTrips.length;
    quiet = state.isBusy || isAsking || others.length > 0 || isLate || isNew ? 0 : quiet + 1;
    // What a timer began takes its way through two windows before the log has it.
    if (quiet > 3) return state;
    if (isNew) {
      waited = true;
      await context.clock.fastForward(hang?.for ?? 0);
    } else if (others.length === 0 && !isLate && quiet < 2) await context.clock.fastForward(STEP);
    await new Promise((resolve) => setTimeout(resolve, 4));
  }
}

function stateOf({ frame }: RunningExcel): Promise<AtRest & { readonly isBusy: boolean }> {
  return frame.evaluate(() => {
    const text = (selector: string): string => document.querySelector(selector)?.textContent ?? '';
    return {
      status: text('[role=status]'),
      notice: text('.fui-MessageBar'),
      hasDialog: document.querySelector('[role=dialog]') !== null,
      isBusy: document.querySelector('[role=progressbar]') !== null || text('[role=status]') === '',
    };
  });
}
