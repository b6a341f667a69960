import { HostFailure } from '../ports/host-failure.ts';
import { UnusableFile } from '../ports/unusable-file.ts';
import { WriteRefused } from '../ports/write-refused.ts';
import { isTransient, officeFailure } from './office-failure.ts';

/** How long the Office program is waited for. */
export interface Patience {
  /** Milliseconds until a request counts as lost. Excel holds requests back while a person edits a cell. */
  readonly answerWithin: number;
  /** Milliseconds to wait before each new try of a request that failed for a passing reason. */
  readonly retryAfter: readonly number[];
}

export const DEFAULT_PATIENCE: Patience = { answerWithin: 30_000, retryAfter: [200, 800, 2_000] };

/** The way to an Office program: requests are timed, their errors told as HostFailure, and reads tried again. */
export class OfficeAccess {
  /** Called when the answer to a request that counted as lost came after all, so that what is known may be out of date. */
  onLateAnswer: () => void = () => undefined;

  constructor(readonly patience: Patience = DEFAULT_PATIENCE) {}

  /** Runs a request that only reads, again when it failed for a passing reason. @throws HostFailure */
  async trying<T>(request: () => Promise<T>): Promise<T> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await this.timed(request);
      } catch (error) {
        if (!(error instanceof HostFailure) || !isTransient(error) || !(await this.pause(attempt))) throw error;
      }
    }
  }

  /**
   * Runs a request once.
   * @param onLate told what the answer was when it came after the request counted as lost
   * @throws HostFailure, and what the request itself finds out
   */
  async timed<T>(request: () => Promise<T>, onLate: (answer: T) => void = () => undefined): Promise<T> {
    let lost = false;
    const work = request().catch((error: unknown) => {
      // What our own code found out is not the program's error.
      throw isOurs(error) ? error : officeFailure(error);
    });
    let timer: ReturnType<typeof setTimeout> | undefined;
    const timeout = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        lost = true;
        reject(new HostFailure('no-answer', `${String(this.patience.answerWithin)} ms`));
      }, this.patience.answerWithin);
    });
    work.then(
      (answer) => {
        if (!lost) return;
        this.onLateAnswer();
        onLate(answer);
      },
      () => {
        if (lost) this.onLateAnswer();
      },
    );
    try {
      return await Promise.race([work, timeout]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Waits before another try; false when there were enough. */
  async pause(attempt: number): Promise<boolean> {
    const wait = this.patience.retryAfter[attempt];
    if (wait === undefined) return false;
    await new Promise((resolve) => setTimeout(resolve, wait));
    return true;
  }
}

function isOurs(error: unknown): boolean {
  return error instanceof HostFailure || error instanceof WriteRefused || error instanceof UnusableFile;
}
