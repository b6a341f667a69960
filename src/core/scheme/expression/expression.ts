import type { Exact } from '../../money/exact.ts';

export const OPERATORS = ['+', '-', '*', '/'] as const;
export type Operator = (typeof OPERATORS)[number];

/** The functions of a formula by their Chinese names and those of a spreadsheet. */
export const FUNCTIONS = { 最小: 'MIN', 最大: 'MAX', 平均: 'AVERAGE', 求和: 'SUM' } as const;
export type FunctionName = keyof typeof FUNCTIONS;

/** A formula over fact keys. No divisor holds a division, so that all divisors can be looked at before anything is divided. */
export type Expression =
  | { readonly kind: 'number'; readonly text: string; readonly number: Exact }
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'negated'; readonly of: Expression }
  | {
      readonly kind: 'operation';
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly of: readonly Expression[] };

/** The parts that an expression is directly made of. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'number':
    case 'key':
      return [];
    case 'negated':
      return [expression.of];
    case 'operation':
      return [expression.left, expression.right];
    case 'call':
      return expression.of;
  }
}

/** The keys that an expression names, each once, in the order of the formula. */
export function keysIn(expression: Expression): readonly string[] {
  const own = expression.kind === 'key' ? [expression.key] : [];
  return [...new Set([...own, ...partsOf(expression).flatMap(keysIn)])];
}

/** True where something is divided by an amount that can be 0. */
export function divides(expression: Expression): boolean {
  const own = expression.kind === 'operation' && expression.operator === '/' && keysIn(expression.right).length > 0;
  return own || partsOf(expression).some(divides);
}
