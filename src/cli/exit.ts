/** Exit codes that scripts rely on. */
export const EXIT = { done: 0, doneWithErrors: 1, unusable: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Stops the run with exit code 2: the lines go to standard error, nothing is written. */
export class Unusable extends Error {
  override readonly name = 'Unusable';
  constructor(readonly lines: readonly string[]) {
    super(lines.join('\n'));
  }
}

/** What the command line writes to; a test gives its own. */
export interface Output {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}
