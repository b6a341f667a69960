import { TEMPLATE } from '../../texts/report-template-texts.ts';
import type { TemplateContent } from './template-content.ts';
import type { TemplateLoop, TemplateScope } from './template-scope.ts';

/** A loop that a template may use, with what may stand inside it. */
export interface LoopKey {
  readonly name: string;
  /** What it goes over, for people. */
  readonly about: string;
  /** How often it goes round under this workbook; inside another loop, in the first round of that one in which it does. */
  readonly rounds: number;
  /** `example`: what the name stands for in the first round; empty when there is none. */
  readonly fields: readonly { readonly name: string; readonly example: string }[];
  readonly loops: readonly LoopKey[];
}

/** Every loop that a template may use under a workbook and its scheme. */
export function loopKeys({ root, loops }: TemplateContent): readonly LoopKey[] {
  return keysOf(loops, [root]);
}

/** @param scopes where the loops may begin; the first in which a loop goes round is the example */
function keysOf(loops: readonly TemplateLoop[], scopes: readonly TemplateScope[]): readonly LoopKey[] {
  return loops.map(({ name, fields, loops: inner }) => {
    const rounds = scopes.map((scope) => scope.rounds(name) ?? []).find((found) => found.length > 0) ?? [];
    const [first] = rounds;
    return {
      name,
      about: TEMPLATE.loops[name] ?? TEMPLATE.sectionLoop,
      rounds: rounds.length,
      fields: fields.map((field) => ({ name: field, example: exampleOf(field, first) })),
      loops: keysOf(inner, rounds),
    };
  });
}

function exampleOf(field: string, scope: TemplateScope | undefined): string {
  const lines = scope?.words(field)?.lines ?? [];
  return lines.map((line) => line.map(({ text }) => text).join('')).join('\n');
}
