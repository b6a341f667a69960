/** An error that a batch is answered with: the client library throws it as `RichApi.Error`. */
export class Failure extends Error {
  override readonly name = 'Failure';
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export function itemNotFound(what: string): Failure {
  return new Failure('ItemNotFound', `The requested resource doesn't exist: ${what}`);
}

export function invalidArgument(what: string): Failure {
  return new Failure('InvalidArgument', `The argument is invalid or missing or has an incorrect format: ${what}`);
}

export function accessDenied(what: string): Failure {
  return new Failure('AccessDenied', `You cannot perform the requested operation: ${what}`);
}

/** Something that this host does not know: either the add-in asks for what no Office has, or the host has to learn it. */
export function apiNotFound(member: string): Failure {
  return new Failure('ApiNotFound', `The API you are trying to use could not be found in this host: ${member}`);
}
