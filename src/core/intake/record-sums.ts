import { FISCAL_PARTS, type Basis, type Category, type Subject } from '../ledger/keys.ts';

/** What one record of an export is about, as far as records are added up. */
export interface RecordSubject {
  readonly source: Basis | undefined;
  readonly category: Category | undefined;
  readonly project: string | undefined;
}

/** The sum of the records that are about the same thing and stand in the same slot: a month, a measure. */
export interface RecordSum extends RecordSubject {
  readonly slot: string;
  readonly fen: bigint;
  readonly count: number;
  /** False when an amount among them is not known, so that there is no sum. */
  readonly isWhole: boolean;
}

/** Very many records, added up while they are read: by slot × source × category × project. */
export class RecordSums {
  readonly #sums = new Map<string, RecordSum>();

  /** @param fen undefined when there is a record but its amount is not known */
  add({ source, category, project }: RecordSubject, slot: string, fen: bigint | undefined): void {
    const key = `${slot}|${source ?? ''}|${category ?? ''}|${project ?? ''}`;
    const known = this.#sums.get(key) ?? { fen: 0n, count: 0, isWhole: true };
    this.#sums.set(key, {
      source,
      category,
      project,
      slot,
      fen: known.fen + (fen ?? 0n),
      count: known.count + 1,
      isWhole: known.isWhole && fen !== undefined,
    });
  }

  /** Adds what other sums hold. */
  addAll(other: RecordSums): void {
    for (const [key, sum] of other.#sums) {
      const known = this.#sums.get(key) ?? { fen: 0n, count: 0, isWhole: true };
      this.#sums.set(key, {
        ...sum,
        fen: known.fen + sum.fen,
        count: known.count + sum.count,
        isWhole: known.isWhole && sum.isWhole,
      });
    }
  }

  values(): readonly RecordSum[] {
    return [...this.#sums.values()];
  }
}

/** What the records of a list say throughout. */
export interface RecordKinds {
  /** Every record says whose money it is. */
  readonly byFund: boolean;
  /** Every record says what kind of expenditure it is, or its project. */
  readonly byKind: boolean;
}

/** What the records of one slot add up to. */
type SlotSum = Pick<RecordSum, 'fen' | 'count' | 'isWhole'>;

/** The sums about one subject and source of money, by slot. */
export interface SubjectSums {
  readonly basis: Basis | undefined;
  readonly subject: Subject;
  readonly slots: ReadonlyMap<string, SlotSum>;
}

/**
 * Adds the sums up further: for all money and for each source, in total, by kind and by project.
 * @param projectName the one name of a project, whatever its spaces and brackets are in a record
 */
export function bySubject(
  sums: readonly RecordSum[],
  kinds: RecordKinds,
  projectName: (name: string) => string,
): readonly SubjectSums[] {
  // Where some records say only 基本支出, those that say 人员经费 or 公用经费 are not all there is of it.
  const isBasicSplit = !sums.some(({ category }) => category === '基本支出');
  const groups = new Map<string, SubjectSums & { readonly slots: Map<string, SlotSum> }>();
  for (const sum of sums) {
    for (const basis of basesOf(sum, kinds)) {
      for (const subject of subjectsOf(sum, kinds, isBasicSplit, projectName)) {
        const key = `${basis ?? ''}|${JSON.stringify(subject)}`;
        const group = groups.get(key) ?? { basis, subject, slots: new Map<string, SlotSum>() };
        groups.set(key, group);
        const slot = group.slots.get(sum.slot) ?? { fen: 0n, count: 0, isWhole: true };
        group.slots.set(sum.slot, {
          fen: slot.fen + sum.fen,
          count: slot.count + sum.count,
          isWhole: slot.isWhole && sum.isWhole,
        });
      }
    }
  }
  return [...groups.values()];
}

function basesOf({ source }: RecordSubject, { byFund }: RecordKinds): readonly (Basis | undefined)[] {
  if (!byFund || source === undefined) return [undefined];
  const isFiscal = FISCAL_PARTS.some((part) => part === source);
  return [undefined, source, ...(isFiscal ? (['财政拨款'] as const) : [])];
}

function subjectsOf(
  { category, project }: RecordSubject,
  { byKind }: RecordKinds,
  isBasicSplit: boolean,
  projectName: (name: string) => string,
): readonly Subject[] {
  const subjects: Subject[] = [{ kind: 'total' }];
  if (!byKind) return subjects;
  const isBasicPart = category === '人员经费' || category === '公用经费';
  if (category !== undefined && (!isBasicPart || isBasicSplit)) subjects.push({ kind: 'category', category });
  if (isBasicPart) subjects.push({ kind: 'category', category: '基本支出' });
  if (project !== undefined) subjects.push({ kind: 'project', name: projectName(project) });
  return subjects;
}
