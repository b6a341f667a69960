import { setTimeout as wait } from 'node:timers/promises';
import { failed, ok } from './common-api.ts';
import type { Fault, Faults } from './faults.ts';
import { OFFICE_CODES, type OfficeCode } from './office-codes.ts';
import type { OpenRoundTrip, RequestLog } from './request-log.ts';
import { Failure } from './rich-api/failure.ts';
import { processQuery, type Document, type References } from './rich-api/process-query.ts';
import { isHousekeeping, type BatchRequest, type BatchResponse } from './rich-api/request.ts';

/** Excel on the web takes and gives no more in one request. */
export const PAYLOAD_LIMIT = 5 * 1024 * 1024;

/** The flag of a batch that may wait until the user has left the cell. */
const DELAY_FOR_CELL_EDIT = 64;

/** What a batch has to get past. */
export interface BatchConditions {
  readonly faults: Faults;
  readonly log: RequestLog;
  /** Milliseconds that every answer takes. */
  latency: number;
  /** Resolves when no cell is being edited; undefined when none is. */
  cellEdit: Promise<void> | undefined;
}

/** Answers batches: dispatch number 93 of the Common API. */
export class BatchEndpoint {
  constructor(
    readonly document: Document,
    readonly references: References,
    readonly conditions: BatchConditions,
    /** Runs the batch; what the document says meanwhile is said after the answer. */
    readonly quietly: <T>(work: () => T) => T,
  ) {}

  /**
   * @param data the arguments of the call
   * @returns the fields of the answer, or undefined when there is to be none
   */
  async answer(data: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>> | undefined> {
    const parts = data.ArrayData as readonly unknown[];
    const body = String(parts[4]);
    const flags = Number(parts[6]);
    const request = JSON.parse(body) as BatchRequest;
    const housekeeping = isHousekeeping(request);
    const { faults, log, latency } = this.conditions;
    const entry = log.open(Buffer.byteLength(body), housekeeping);
    const fault = housekeeping ? undefined : faults.next();
    if (latency > 0) await wait(latency);
    if (fault?.kind === 'hang') {
      if (fault.ms === undefined) return undefined;
      await wait(fault.ms);
    }
    if (fault?.kind === 'refuse') return this.#refused(entry, fault.code);
    if (entry.requestBytes > PAYLOAD_LIMIT) return this.#refused(entry, 'RequestPayloadSizeLimitExceeded');
    if (this.conditions.cellEdit !== undefined && !housekeeping) {
      if ((flags & DELAY_FOR_CELL_EDIT) === 0) return this.#refused(entry, 'InvalidOperationInCellEditMode');
      await this.conditions.cellEdit;
    }
    const { response, actions, writes } = this.quietly(() =>
      processQuery(request, this.document, this.references, stopOf(fault)),
    );
    Object.assign(entry, { actions, writes });
    if (fault?.kind === 'lost') {
      if (fault.reply === 'never') return undefined;
      return this.#refused(entry, fault.reply);
    }
    return this.#answered(entry, response);
  }

  #answered(entry: OpenRoundTrip, response: BatchResponse): Readonly<Record<string, unknown>> {
    const text = JSON.stringify(response);
    entry.responseBytes = Buffer.byteLength(text);
    if (entry.responseBytes > PAYLOAD_LIMIT) return this.#refused(entry, 'ResponsePayloadSizeLimitExceeded');
    entry.outcome = response.Error?.Code ?? 'ok';
    return ok({ Data: [200, ['Content-Type', 'application/json'], text] });
  }

  #refused(entry: OpenRoundTrip, code: OfficeCode | number): Readonly<Record<string, unknown>> {
    entry.outcome = String(code);
    return failed(typeof code === 'number' ? code : OFFICE_CODES[code]);
  }
}

function stopOf(fault: Fault | undefined): { actions: number; failure: Failure } | undefined {
  if (fault?.kind !== 'fail') return undefined;
  return {
    actions: fault.afterActions ?? 0,
    failure: new Failure(fault.code, fault.message ?? `${fault.code} on purpose`),
  };
}
