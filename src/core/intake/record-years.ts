import { finding } from '../findings/finding.ts';
import { showAmount } from '../money/prose.ts';
import type { CellRef } from '../workbook/cell-ref.ts';
import type { Collector } from './collector.ts';
import { RecordSums, type RecordSubject } from './record-sums.ts';

/** Records of an export added up year by year; which year is evaluated is known only when every sheet is read. */
export class RecordYears {
  readonly #years = new Map<
    number | undefined,
    { readonly sums: RecordSums; readonly places: CellRef[]; fen: bigint; count: number }
  >();

  /** False when what some record amounts to is not known. */
  isWhole = true;

  /**
   * @param year undefined where the list does not say it: such a list is of the year evaluated
   * @param amounts by slot; the first is what the record itself amounts to
   * @param place where the record's year stands; records of one year in rows under each other are one run
   */
  add(
    year: number | undefined,
    subject: RecordSubject,
    amounts: readonly (readonly [slot: string, fen: bigint | undefined])[],
    place: CellRef,
  ): void {
    const own = this.#years.get(year) ?? { sums: new RecordSums(), places: [], fen: 0n, count: 0 };
    this.#years.set(year, own);
    for (const [slot, fen] of amounts) own.sums.add(subject, slot, fen);
    const itself = amounts[0]?.[1];
    this.isWhole &&= itself !== undefined;
    own.fen += itself ?? 0n;
    own.count += 1;
    const last = own.places.at(-1);
    const rows = last?.rows ?? 1;
    if (last?.row === place.row - rows) own.places[own.places.length - 1] = { ...last, rows: rows + 1 };
    else own.places.push(place);
  }

  /** Adds what other sums hold. */
  addAll(other: RecordYears): void {
    this.isWhole &&= other.isWhole;
    for (const [year, { sums, places, fen, count }] of other.#years) {
      const own = this.#years.get(year) ?? { sums: new RecordSums(), places: [], fen: 0n, count: 0 };
      this.#years.set(year, own);
      own.sums.addAll(sums);
      own.places.push(...places);
      own.fen += fen;
      own.count += count;
    }
  }

  /** What all records amount to, in 分. */
  get fen(): bigint {
    return [...this.#years.values()].reduce((sum, { fen }) => sum + fen, 0n);
  }

  /**
   * The sums of the year evaluated: that of the workbook, or else of the list's title, or else the only one there is. Records of
   * other years are left out and told; so is a list that nobody can tell the year of.
   */
  resolve(list: YearlyList, collector: Collector): RecordSums | undefined {
    const undated = this.#years.get(undefined);
    if (undated !== undefined) return undated.sums;
    const year = this.#year(list, collector);
    if (year === undefined) return undefined;
    const others = [...this.#years].filter(([other]) => other !== year).map(([, own]) => own);
    const count = others.reduce((sum, own) => sum + own.count, 0);
    if (count > 0) {
      const fen = others.reduce((sum, own) => sum + own.fen, 0n);
      const params = { what: list.record, year: String(year), count: String(count), amount: showAmount(fen, '元') };
      const places = others.flatMap((own) => own.places);
      collector.report(finding('records-other-year', params, places));
    }
    return this.#years.get(year)?.sums;
  }

  #year({ titleYear, name, cells }: YearlyList, collector: Collector): number | undefined {
    const stated = collector.facts.get('评价年度')?.value;
    const years = [...this.#years.keys()].flatMap((year) => year ?? []).sort((a, b) => a - b);
    if (years.length === 0) return undefined;
    if (stated?.kind === 'text') return Number(stated.text);
    if (titleYear !== undefined) return titleYear;
    if (years.length === 1) return years[0];
    collector.report(finding('records-year-unclear', { what: name, years: years.join('、') }, [cells]));
    return undefined;
  }
}

/** A list of records of perhaps several years. */
export interface YearlyList {
  /** The year that its title names. */
  readonly titleYear: number | undefined;
  /** What the list is called. */
  readonly name: string;
  /** What is counted: 笔支付. */
  readonly record: string;
  /** The column of amounts. */
  readonly cells: CellRef;
}

/** A list once it is read; which year it is about is known only when every sheet is. */
export interface RecordList {
  /** The amount of the year that all records together make, and what they make: to judge a unit that the list does not state. */
  readonly annualKey: string;
  readonly total: { readonly fen: bigint; readonly quantum: bigint } | undefined;
  readonly cells: CellRef;
  /** Takes the facts of the year into the collector. */
  readonly resolve: (collector: Collector) => void;
}
