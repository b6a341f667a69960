import { finding, type Finding } from '../../findings/finding.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { LIST_SEPARATOR } from '../../texts/terms.ts';
import { nearestNames } from '../../workbook/labels.ts';
import type { Indicator } from '../scheme.ts';
import { keysIn } from './expression.ts';
import { isKey, KNOWN_KEYS } from './known-keys.ts';
import { parseExpression } from './parse-expression.ts';

/** What is wrong with the formulas of a scheme: those that cannot be read, and names that no form can fill. */
export function expressionFindings(indicators: readonly Indicator[], ledger: Ledger): readonly Finding[] {
  return indicators.flatMap(({ name, measure }) => {
    if (measure?.kind !== 'expression') return [];
    const parsed = parseExpression(measure.formula);
    if (parsed.status === 'fault') {
      return [finding('formula-unreadable', { indicator: name, formula: measure.formula, fault: parsed.fault })];
    }
    const unknown = keysIn(parsed.expression).filter((key) => !ledger.has(key) && !isKey(key));
    if (unknown.length === 0) return [];
    const known = [...new Set([...ledger.facts().map(({ key }) => key), ...KNOWN_KEYS])];
    return unknown.map((key) =>
      finding('formula-name-unknown', {
        indicator: name,
        name: key,
        known: nearestNames(key, known).join(LIST_SEPARATOR),
      }),
    );
  });
}
