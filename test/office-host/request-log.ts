/** One round trip between the add-in and the document: one `context.sync()` that had something to say. */
export interface RoundTrip {
  /** Bytes of the JSON bodies, in UTF-8. */
  readonly requestBytes: number;
  /** 0 while the answer is outstanding, or when it never came. */
  readonly responseBytes: number;
  /** True when the batch changed the document. */
  readonly writes: boolean;
  /** What the batch did, in order: `get Range.Values`, `set Range.Values`, `call Worksheets.Add`. */
  readonly actions: readonly string[];
  /** How it was answered: `ok`, an error code, or `none` when there was no answer. */
  readonly outcome: string;
}

/** A mutable record of the round trip that is under way. */
export type OpenRoundTrip = { -readonly [Key in keyof RoundTrip]: RoundTrip[Key] };

/** All that an add-in asked of its host. */
export class RequestLog {
  readonly #roundTrips: OpenRoundTrip[] = [];
  readonly #internal: OpenRoundTrip[] = [];
  readonly #calls: string[] = [];
  #roundTripsBefore = 0;

  /** Opens an entry; the interpreter completes it. Housekeeping of the client library is kept apart. */
  open(requestBytes: number, internal: boolean): OpenRoundTrip {
    const entry = { requestBytes, responseBytes: 0, writes: false, actions: [], outcome: 'none' };
    (internal ? this.#internal : this.#roundTrips).push(entry);
    return entry;
  }

  /** Notes a call of the Common API. */
  note(call: string): void {
    this.#calls.push(call);
  }

  /** From here on the lists below begin anew. */
  restart(): void {
    this.#roundTripsBefore += this.#roundTrips.length;
    this.#roundTrips.length = 0;
    this.#internal.length = 0;
    this.#calls.length = 0;
  }

  /** Round trips that the add-in's own code caused, since the last `restart`. */
  get roundTrips(): readonly RoundTrip[] {
    return this.#roundTrips;
  }

  /** Round trips of the client library's own: released references, its handshake. */
  get internal(): readonly RoundTrip[] {
    return this.#internal;
  }

  /** Calls of the Common API by name and dispatch number: `executeMethod 76`. */
  get calls(): readonly string[] {
    return this.#calls;
  }

  /** Round trips since the pane was opened. */
  get total(): number {
    return this.#roundTripsBefore + this.#roundTrips.length;
  }
}
