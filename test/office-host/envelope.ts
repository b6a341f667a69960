/** What the client library asks: one JSON text per message of its window. */
export interface ClientRequest {
  readonly action: 'invoke' | 'register' | 'unregister';
  readonly name: string;
  readonly conversation: string;
  readonly correlation: number;
  readonly data: unknown;
}

const ACTIONS = ['invoke', 'register', 'unregister'] as const;

/** Where a message goes: the conversation, and the request that it answers or the registration that it serves. */
export interface Addressee {
  readonly name: string;
  readonly conversation: string;
  readonly correlation: number;
}

/** The request in a message, or undefined when the message is something else. */
export function parseRequest(text: string): ClientRequest | undefined {
  let message: unknown;
  try {
    message = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof message !== 'object' || message === null) return undefined;
  const fields = message as Readonly<Record<string, unknown>>;
  const action = ACTIONS[Number(fields._actionType)];
  const { _actionName: name, _conversationId: conversation, _correlationId: correlation } = fields;
  if (fields._messageType !== 0 || action === undefined) return undefined;
  if (typeof name !== 'string' || typeof conversation !== 'string' || typeof correlation !== 'number') return undefined;
  return { action, name, conversation, correlation, data: fields._data };
}

/** The message that answers a request, or that carries an event to a registration. */
export function message(kind: 'answer' | 'event', to: Addressee, origin: string, data: unknown, error = 0): string {
  return JSON.stringify({
    _messageType: 1,
    _actionName: to.name,
    _conversationId: to.conversation,
    _correlationId: to.correlation,
    _origin: origin,
    _serializerVersion: 1,
    _errorCode: error,
    _responseType: kind === 'answer' ? 0 : 1,
    _data: data,
  });
}
