import { HostFailure } from '../ports/host-failure.ts';
import { OfficeAccess } from '../office/office-access.ts';

/** Work on the document; each `sync` of its context is a round trip. */
export type WordBatch<T> = (context: Word.RequestContext) => Promise<T>;

/** A call of the Common API, which answers by a callback. */
export type CommonCall<T> = (done: (result: Office.AsyncResult<T>) => void) => void;

/** The way to Word: batches, and calls of the Common API for what WordApi 1.3 lacks. */
export class WordAccess extends OfficeAccess {
  /** Runs work that only reads; it is tried again when Word is busy. @throws HostFailure */
  read<T>(batch: WordBatch<T>): Promise<T> {
    return this.trying(() => this.#run(batch));
  }

  /** Runs work that writes and does no harm when it is done twice. @throws HostFailure */
  repeat<T>(batch: WordBatch<T>): Promise<T> {
    return this.read(batch);
  }

  /** Runs work once. @param onLate told what came of it when the answer came too late @throws HostFailure */
  once<T>(batch: WordBatch<T>, onLate?: (answer: T) => void): Promise<T> {
    return this.timed(() => this.#run(batch), onLate);
  }

  /** A call of the Common API that only reads, or does no harm when it is done again. @throws HostFailure */
  ask<T>(call: CommonCall<T>): Promise<T> {
    return this.trying(() => answerOf(call));
  }

  /** A call of the Common API, once. @throws HostFailure */
  tell<T>(call: CommonCall<T>): Promise<T> {
    return this.timed(() => answerOf(call));
  }

  #run<T>(batch: WordBatch<T>): Promise<T> {
    return Word.run(batch).catch((error: unknown) => {
      // What is gone from a document was deleted by a person; in a workbook it means a sheet.
      if ((error as Partial<OfficeExtension.Error>).code === 'ItemNotFound')
        throw new HostFailure('document-changed', (error as Error).message);
      throw error;
    });
  }
}

function answerOf<T>(call: CommonCall<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    call((result) => {
      if (result.status === Office.AsyncResultStatus.Succeeded) resolve(result.value);
      // The library's own object has no prototype of Error.
      else reject(Object.assign(new Error(result.error.message), { code: String(result.error.code) }));
    });
  });
}
