import { finding, type Finding } from '../findings/finding.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { LIST_SEPARATOR } from '../texts/terms.ts';
import type { CellRef } from '../workbook/cell-ref.ts';
import { NameIndex } from '../workbook/name-index.ts';
import { isKey, KNOWN_KEYS } from './expression/known-keys.ts';
import { keysOfIndicator } from './needed-keys.ts';
import type { SchemePlaces } from './scheme-places.ts';
import type { Indicator, Scheme } from './scheme.ts';

/**
 * The names in a scheme that no form can fill and that the ledger does not know, each with the nearest that there are: a typing
 * mistake would otherwise look like data that nobody has. Cells are those that hold the name.
 */
export function unknownNames({ indicators }: Scheme, ledger: Ledger, places: SchemePlaces): readonly Finding[] {
  const known = new Set([...ledger.facts().map(({ key }) => key), ...KNOWN_KEYS]);
  const index = new NameIndex([...known]);
  const measured = new Set(indicators.flatMap(({ name, measure }) => (measure === undefined ? [] : [name])));
  return indicators.flatMap((indicator) =>
    keysOfIndicator(indicator, measured)
      .filter((key) => !known.has(key) && !isKey(key))
      .map((key) => {
        const near = index.nearest(key).join(LIST_SEPARATOR);
        const params = { indicator: indicator.name, name: key, known: near };
        return finding('fact-name-unknown', params, cellsOf(indicator, key, places));
      }),
  );
}

function cellsOf({ name }: Indicator, key: string, places: SchemePlaces): readonly CellRef[] {
  const texts = places.values.get(name) ?? [];
  return texts.flatMap(({ text, cell }) => (text.includes(key) ? [cell] : []));
}
