import type { CallName, Calls, Reply } from './protocol.ts';

/** Thrown by calls that a person broke off. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** Thrown when the worker failed: a mistake in the program. */
export class EngineFailure extends Error {
  override readonly name = 'EngineFailure';
}

/** Where the pure work is done: recognising, scoring, drafting. */
export interface Engine {
  /** @throws Cancelled or EngineFailure */
  call<Name extends CallName>(call: Name, args: Calls[Name]['args']): Promise<Calls[Name]['result']>;
  /** Breaks off all calls under way. */
  cancel(): void;
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** The work in a worker, which is ended when it is cancelled: nothing else stops a computation. */
export class WorkerEngine implements Engine {
  #worker: Worker | undefined;
  #next = 1;
  readonly #waiting = new Map<number, Waiting>();
  /** The last analysis that was completed: a new worker has to do it again before it can answer about it. */
  #analysed: Calls['analyse']['args'] | undefined;
  #knowsWorkbook = false;

  async call<Name extends CallName>(call: Name, args: Calls[Name]['args']): Promise<Calls[Name]['result']> {
    if (call !== 'analyse' && !this.#knowsWorkbook && this.#analysed !== undefined) {
      await this.#send('analyse', this.#analysed);
      this.#knowsWorkbook = true;
    }
    const result = await this.#send(call, args);
    if (call === 'analyse') {
      this.#analysed = args as Calls['analyse']['args'];
      this.#knowsWorkbook = true;
    }
    return result;
  }

  cancel(): void {
    this.#end(new Cancelled());
  }

  #send<Name extends CallName>(call: Name, args: Calls[Name]['args']): Promise<Calls[Name]['result']> {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as (result: unknown) => void, reject });
      this.#started().postMessage({ id, call, args });
    });
  }

  #started(): Worker {
    if (this.#worker !== undefined) return this.#worker;
    const worker = new Worker(new URL('./analysis-worker.ts', import.meta.url), { name: 'analysis' });
    worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
      const waiting = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if (data.kind === 'done') waiting?.resolve(data.result);
      else waiting?.reject(new EngineFailure(data.detail));
    });
    worker.addEventListener('error', (event) => {
      this.#end(new EngineFailure(event.message));
    });
    this.#worker = worker;
    return worker;
  }

  #end(why: Error): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#knowsWorkbook = false;
    for (const { reject } of this.#waiting.values()) reject(why);
    this.#waiting.clear();
  }
}
