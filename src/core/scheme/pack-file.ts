import type { z } from 'zod';
import { PACK_FILE } from '../texts/pack-file-texts.ts';
import { schemeSchema, type Scheme } from './scheme.ts';

/** A pack file as read: the scheme, or every mistake as a line for people that names its place. */
export type PackReading =
  | { readonly kind: 'scheme'; readonly scheme: Scheme }
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

/** Reads the JSON text of a pack file. Never throws. */
export function readPackFile(text: string): PackReading {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { kind: 'problems', problems: [PACK_FILE.notJson(placeOf(error, text))] };
  }
  if (isDeep(data)) return { kind: 'problems', problems: [PACK_FILE.deep] };
  const result = schemeSchema.safeParse(data, { reportInput: true });
  if (result.success) return { kind: 'scheme', scheme: result.data };
  return { kind: 'problems', problems: flat(result.error.issues).map((issue) => describe(issue, data)) };
}

/** Where the text stops being JSON, for people; empty where the parser does not say. */
function placeOf(error: unknown, text: string): string {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  if (position === undefined) return '';
  const lines = text.slice(0, Number(position)).split('\n');
  return PACK_FILE.at(String(lines.length), String((lines.at(-1)?.length ?? 0) + 1));
}

/** A scheme is at most so many lists and objects deep. */
const DEEPEST = 20;

/** Looked at level by level, because a text can nest deeper than calls can. */
function isDeep(data: unknown): boolean {
  let level = [data];
  for (let depth = 0; depth <= DEEPEST; depth += 1) {
    level = level.flatMap((one): unknown[] => (typeof one === 'object' && one !== null ? Object.values(one) : []));
    if (level.length === 0) return false;
  }
  return true;
}

/** The JSON text of a pack file. */
export function packFileText(scheme: Scheme): string {
  return `${JSON.stringify(scheme, null, 2)}\n`;
}

type Issue = z.core.$ZodIssue;

/** The mistakes inside the alternative of a union that was meant count, not that no alternative fits. */
function flat(issues: readonly Issue[]): readonly Issue[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'invalid_union') return [issue];
    const nearest = [...issue.errors].sort((a, b) => a.length - b.length)[0];
    if (nearest === undefined || nearest.length === 0) return [issue];
    return flat(nearest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })));
  });
}

function describe(issue: Issue, data: unknown): string {
  return PACK_FILE.problem(place(issue.path, data), allowed(issue));
}

/** `indicators[3]“预算完成率”.weight` */
function place(path: readonly PropertyKey[], data: unknown): string {
  let text = '';
  let at: unknown = data;
  for (const part of path) {
    at = typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[part] : undefined;
    text += typeof part === 'number' ? `[${String(part)}]` : `${text === '' ? '' : '.'}${String(part)}`;
    const name: unknown = typeof at === 'object' && at !== null && 'name' in at ? at.name : undefined;
    if (typeof part === 'number' && typeof name === 'string') text += `“${name}”`;
  }
  return text;
}

function allowed(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? PACK_FILE.missing : PACK_FILE.type(issue.expected, found(issue.input));
    case 'invalid_value':
      return PACK_FILE.values(issue.values.map(String), found(issue.input));
    case 'invalid_format':
      return PACK_FILE.format(found(issue.input));
    case 'too_small':
      return PACK_FILE.tooSmall(String(issue.minimum));
    case 'too_big':
      return PACK_FILE.tooBig(String(issue.maximum));
    case 'unrecognized_keys':
      return PACK_FILE.unknownKeys(issue.keys);
    case 'invalid_union':
      return PACK_FILE.values(unionChoices(issue), found(chosen(issue)));
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return issue.message;
  }
}

type UnionIssue = Extract<Issue, { code: 'invalid_union' }>;

/** The kinds that there are, where a `kind` tells the alternatives apart. */
function unionChoices(issue: UnionIssue): readonly string[] {
  return 'options' in issue ? issue.options.map(String) : [];
}

/** What stands where the kind should. */
function chosen(issue: UnionIssue): unknown {
  const { input } = issue;
  const field = 'discriminator' in issue ? issue.discriminator : undefined;
  if (field === undefined || typeof input !== 'object' || input === null) return input;
  return (input as Record<string, unknown>)[field];
}

function found(input: unknown): string {
  return input === undefined ? '' : JSON.stringify(input).slice(0, 40);
}
