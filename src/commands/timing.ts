import { PHASES, type Phase, type Stopwatch } from '../core/workbook/stopwatch.ts';

/** How long a phase took, in milliseconds. */
export interface PhaseTime {
  readonly phase: Phase;
  readonly ms: number;
}

/** Milliseconds since any fixed moment: `performance.now`, or a clock that a test sets. */
export type Clock = () => number;

/**
 * Adds up how long the phases of a run take. Nothing but the clock it is given tells the time, so that what it measures
 * stays free of clocks. A phase inside another counts for itself only: the times add up to the time measured.
 */
export class Phases implements Stopwatch {
  readonly #clock: Clock;
  readonly #spent = new Map<Phase, number>();
  readonly #running: Phase[] = [];
  #since = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * Runs the work and adds its time to the phase, whether it succeeds or fails. Phases that wait for something follow
   * one another or stand one within another; they never overlap.
   */
  time<T>(phase: Phase, work: () => T): T {
    this.#begin(phase);
    let result: T;
    try {
      result = work();
    } catch (error) {
      this.#end();
      throw error;
    }
    if (result instanceof Promise) {
      return result.finally(() => {
        this.#end();
      }) as T;
    }
    this.#end();
    return result;
  }

  /** The phases that ran, in the order of a run; one that was entered several times stands once. */
  times(): readonly PhaseTime[] {
    return PHASES.flatMap((phase) => {
      const ms = this.#spent.get(phase);
      return ms === undefined ? [] : [{ phase, ms }];
    });
  }

  #begin(phase: Phase): void {
    this.#settle();
    this.#running.push(phase);
  }

  #end(): void {
    this.#settle();
    this.#running.pop();
  }

  /** Gives the time since the last change to the innermost phase that was running. */
  #settle(): void {
    const now = this.#clock();
    const phase = this.#running.at(-1);
    if (phase !== undefined) this.#spent.set(phase, (this.#spent.get(phase) ?? 0) + now - this.#since);
    this.#since = now;
  }
}
