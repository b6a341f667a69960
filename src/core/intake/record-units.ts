import { finding } from '../findings/finding.ts';
import { MAPPING_CHOICES } from '../texts/mapping-texts.ts';
import { LIST_SEPARATOR } from '../texts/terms.ts';
import type { CellRef } from '../workbook/cell-ref.ts';
import type { Collector } from './collector.ts';
import { RecordYears } from './record-years.ts';
import { tellable } from './tellable.ts';

/** The records of a list, added up by the unit whose records they are. */
export class RecordUnits {
  readonly #units = new Map<string, RecordYears>();

  /** The sums of one unit; '' for records that name none. */
  of(unit: string): RecordYears {
    const own = this.#units.get(unit) ?? new RecordYears();
    this.#units.set(unit, own);
    return own;
  }

  /** What all records amount to, in 分. */
  get fen(): bigint {
    return [...this.#units.values()].reduce((sum, { fen }) => sum + fen, 0n);
  }

  /**
   * The records of all units together, which is told, or of the one that a person chose.
   * @param label by what the list is known to people
   * @param cells where the units stand
   */
  used(label: string, form: string, cells: readonly CellRef[], collector: Collector): RecordYears {
    const all = new RecordYears();
    for (const sums of this.#units.values()) all.addAll(sums);
    if (this.#units.size < 2) return all;
    const units = [...this.#units.keys()].filter((name) => name !== '').map(tellable);
    const alternatives = [MAPPING_CHOICES.addUp, ...units];
    const decision = collector.ask({ about: '单位关系', label, form, alternatives, cells }, (choice) =>
      choice === MAPPING_CHOICES.addUp ? all : this.#units.get(choice),
    );
    switch (decision.kind) {
      case 'chosen':
        return decision.means;
      case 'left-out':
        return new RecordYears();
      case 'open':
        collector.report(finding('units-added-up', { units: units.join(LIST_SEPARATOR) }, cells));
        return all;
    }
  }
}
