/** The phases of a run, in their order. */
export const PHASES = ['unzip', 'parse', 'recognise', 'facts', 'evaluate', 'write', 'print'] as const;
export type Phase = (typeof PHASES)[number];

/** Tells which phase the work belongs to. Whoever wants to know the time brings a clock; nothing here has one. */
export interface Stopwatch {
  /** Runs the work as part of a phase and gives its result. */
  time<T>(phase: Phase, work: () => T): T;
}

/** For runs that nobody times. */
export const UNTIMED: Stopwatch = { time: (_phase, work) => work() };
