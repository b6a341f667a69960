import { setTimeout as wait } from 'node:timers/promises';
import type { OfficeApp } from './app-context.ts';
import { commonApi, failed, type CommonDocument } from './common-api.ts';
import type { CommonFault, Faults } from './faults.ts';
import { OFFICE_CODES, type OfficeCode } from './office-codes.ts';

/** Answers calls of the Common API: settings and custom XML parts. */
export class CommonEndpoint {
  constructor(
    readonly document: CommonDocument,
    readonly app: OfficeApp,
    readonly faults: Faults<CommonFault>,
  ) {}

  /** @returns the fields of the answer, or undefined when there is to be none */
  async answer(
    dispatch: number,
    data: Readonly<Record<string, unknown>>,
  ): Promise<Readonly<Record<string, unknown>> | undefined> {
    const fault = this.faults.next();
    if (fault?.kind === 'hang') {
      if (fault.ms === undefined) return undefined;
      await wait(fault.ms);
    }
    if (fault?.kind === 'refuse') return refused(fault.code);
    const answer = commonApi(dispatch, data, this.document, this.app);
    if (fault?.kind !== 'lost') return answer;
    return fault.reply === 'never' ? undefined : refused(fault.reply);
  }
}

function refused(code: OfficeCode | number): Readonly<Record<string, unknown>> {
  return failed(typeof code === 'number' ? code : OFFICE_CODES[code]);
}
