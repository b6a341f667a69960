/** What became of a text that a person typed: the rule it describes, or the part that was not understood and what is allowed. */
export type Parsed<R> =
  | { readonly status: 'rule'; readonly rule: R }
  | { readonly status: 'problem'; readonly part: string; readonly allowed: string };

export function parsed<R>(rule: R): Parsed<R> {
  return { status: 'rule', rule };
}

export function notAllowed(part: string, allowed: string): { status: 'problem'; part: string; allowed: string } {
  return { status: 'problem', part, allowed };
}
