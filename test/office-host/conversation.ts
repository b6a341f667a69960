import { appContext, type Session } from './app-context.ts';
import type { BatchEndpoint } from './batch-endpoint.ts';
import { failed, ok } from './common-api.ts';
import type { CommonEndpoint } from './common-endpoint.ts';
import { message, parseRequest, type Addressee, type ClientRequest } from './envelope.ts';
import type { RichEvent, PlainEvent } from './events.ts';
import { HOST_ORIGIN } from './host-page.ts';
import { COMMON_CODES } from './office-codes.ts';
import type { RequestLog } from './request-log.ts';

/** What a conversation needs of its surroundings. */
export interface ConversationParts {
  readonly session: Session;
  readonly appId: string;
  readonly common: CommonEndpoint;
  readonly batches: BatchEndpoint;
  readonly log: RequestLog;
  /** Hands a message to the window of the add-in. */
  readonly post: (text: string) => Promise<void>;
  /** Done when the add-in asks for its context, before it gets it. */
  readonly beforeStart: () => Promise<void>;
}

/** The category of events that the batches know. */
const RICH_EVENT = 65536;

/** One opened pane: everything that its client library asks, and the events that it registered for. */
export class Conversation {
  readonly #registrations = new Map<string, Addressee>();
  readonly #commands = new Map<string, (completed: unknown) => void>();
  #lastEvent = 0;

  constructor(
    readonly id: string,
    readonly parts: ConversationParts,
  ) {}

  /** A message from the window of the add-in. */
  async receive(text: string): Promise<void> {
    const request = parseRequest(text);
    if (request?.conversation !== this.id) return;
    switch (request.action) {
      case 'invoke':
        return this.#invoke(request);
      case 'register':
        this.#registrations.set(request.name, request);
        return this.#answer(request, { Error: 0 });
      case 'unregister':
        this.#registrations.delete(request.name);
        return this.#answer(request, { Error: 0 });
    }
  }

  async sendRich(event: RichEvent): Promise<void> {
    const { type, target, detail } = event;
    // One goes to whoever listens to the sheet, one to whoever listens to all of them.
    const targets = target === null ? ['Workbook'] : [target, 'Workbook'];
    this.#lastEvent += 1;
    const entries = targets.map((one) => [RICH_EVENT, type, one, JSON.stringify(detail), this.#lastEvent, false]);
    await this.#event('richApiMessage', { ArrayData: entries });
  }

  sendPlain(event: PlainEvent): Promise<void> {
    return this.#event(event, {});
  }

  /** Runs a function command of the ribbon; resolves with what the add-in passed to `event.completed`. */
  async command(functionName: string): Promise<unknown> {
    const id = `command-${String(this.#commands.size + 1)}`;
    const done = new Promise<unknown>((resolve) => this.#commands.set(id, resolve));
    if (!this.#registrations.has('appCommandInvoked')) throw new Error('the add-in has not started yet');
    await this.#event('appCommandInvoked', { 0: id, 1: functionName, 2: JSON.stringify({ source: { id } }) });
    return done;
  }

  /** True once the client library has said what it listens to: the add-in may run batches. */
  get started(): boolean {
    return this.#registrations.has('appCommandInvoked');
  }

  async #event(name: string, data: unknown): Promise<void> {
    const registration = this.#registrations.get(name);
    if (registration !== undefined) await this.parts.post(message('event', registration, HOST_ORIGIN, data));
  }

  #answer(request: ClientRequest, data: unknown): Promise<void> {
    return this.parts.post(message('answer', request, HOST_ORIGIN, data));
  }

  async #invoke(request: ClientRequest): Promise<void> {
    switch (request.name) {
      case 'ContextActivationManager_getAppContextAsync':
        await this.parts.beforeStart();
        return this.#answer(request, appContext(this.parts.session, this.parts.appId));
      case 'ContextActivationManager_notifyHost':
        return;
      case 'executeMethod':
        return this.#execute(request);
      default:
        this.parts.log.note(`unknown ${request.name}`);
        return this.#answer(request, failed(COMMON_CODES.unsupported));
    }
  }

  async #execute(request: ClientRequest): Promise<void> {
    const data = request.data as Readonly<Record<string, unknown>> & {
      readonly DdaMethod: { readonly DispatchId: number };
    };
    const dispatch = data.DdaMethod.DispatchId;
    if (dispatch !== 93) this.parts.log.note(`executeMethod ${String(dispatch)}`);
    switch (dispatch) {
      case 93: {
        const answer = await this.parts.batches.answer(data);
        if (answer !== undefined) await this.#answer(request, answer);
        return;
      }
      case 94: {
        await this.#answer(request, ok());
        this.#commands.get(String(data['0']))?.(JSON.parse(typeof data['2'] === 'string' ? data['2'] : 'null'));
        return;
      }
      default: {
        const answer = await this.parts.common.answer(dispatch, data);
        if (answer !== undefined) await this.#answer(request, answer);
      }
    }
  }
}
