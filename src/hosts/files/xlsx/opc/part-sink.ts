import { UnusableFile } from '../../../ports/unusable-file.ts';

/** Collects the bytes of a part while it inflates and stops past a limit, whatever size the zip claims. */
export class PartSink {
  readonly stream: WritableStream<Uint8Array>;
  readonly #chunks: Uint8Array[] = [];
  #length = 0;
  #refusal: UnusableFile | undefined;

  /** @param limit the most bytes that are taken */
  constructor(part: string, limit: number) {
    this.stream = new WritableStream<Uint8Array>({
      write: (chunk) => {
        this.#length += chunk.length;
        if (this.#length > limit) {
          this.#refusal = new UnusableFile('too-large', `${part} inflates past ${String(limit)} bytes`);
          throw this.#refusal;
        }
        this.#chunks.push(chunk);
      },
    });
  }

  /** Why the stream was stopped, if it was. */
  get refusal(): UnusableFile | undefined {
    return this.#refusal;
  }

  /** All bytes in one piece. */
  bytes(): Uint8Array {
    const bytes = new Uint8Array(this.#length);
    let at = 0;
    for (const chunk of this.#chunks) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    return bytes;
  }
}
