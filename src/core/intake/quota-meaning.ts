/** One row of a list of budget quotas (指标); amounts in 分, undefined where a cell cannot be read. */
export interface QuotaRow {
  readonly row: number;
  /** The batch of adjustments, '' for the quota as it was issued. */
  readonly batch: string;
  readonly amount: bigint | undefined;
  /** What this row takes off or adds; 0 where nothing is stated. */
  readonly cut: bigint | undefined;
  readonly added: bigint | undefined;
  /** The balance together with what was applied for, or with what was paid, where the list states both. */
  readonly accounted: readonly bigint[];
}

/** What the rows of one quota amount to. */
export type QuotaMeaning =
  | {
      readonly kind: 'known';
      readonly original: bigint;
      readonly cut: bigint;
      readonly added: bigint;
      readonly final: bigint;
    }
  | { readonly kind: 'unread' }
  /** A batch that stands twice: once or twice, nobody can tell. */
  | { readonly kind: 'repeated' }
  /** What the final amount is under each reading that is possible. */
  | { readonly kind: 'unclear'; readonly readings: Readonly<Partial<Record<QuotaReading, bigint>>> };

/** 指标金额 is the amount before its adjustments, after them, or that of each batch by itself. */
export type QuotaReading = 'before' | 'after' | 'each';

/**
 * What the rows of one quota amount to: systems repeat a quota for each batch of adjustments, and whether its amount is meant before
 * or after them only the numbers can tell. Where they do not, nothing is chosen.
 * @param stated what the header or a person says the amount is
 */
export function quotaMeaning(rows: readonly QuotaRow[], stated: 'before' | 'after' | undefined): QuotaMeaning {
  const read = rows.flatMap(({ amount, cut, added, ...row }) =>
    amount === undefined || cut === undefined || added === undefined ? [] : [{ ...row, amount, cut, added }],
  );
  const [first] = read;
  const last = read.at(-1);
  if (first === undefined || last === undefined || read.length < rows.length) return { kind: 'unread' };
  if (new Set(read.map(({ batch }) => batch)).size < read.length) return { kind: 'repeated' };
  const cut = sum(read.map((row) => row.cut));
  const added = sum(read.map((row) => row.added));
  const total = sum(read.map(({ amount }) => amount));
  const isAdjusted = read.some((row) => row.cut !== 0n || row.added !== 0n);
  const isConstant = read.every(({ amount }) => amount === first.amount);
  if (read.some((row) => row.cut < 0n || row.added < 0n)) {
    return { kind: 'unclear', readings: { before: first.amount - cut + added, after: last.amount } };
  }
  if (!isConstant) {
    // An amount below zero is a change, so its neighbours are changes too.
    const [original, ...changes] = read.map(({ amount }) => amount);
    const areChanges = !isAdjusted && first.batch === '' && changes.some((change) => change < 0n);
    if (areChanges && original !== undefined && original >= 0n) {
      const down = sum(changes.filter((change) => change < 0n));
      return { kind: 'known', original, cut: -down, added: sum(changes) - down, final: total };
    }
    return {
      kind: 'unclear',
      readings: { before: last.amount - last.cut + last.added, after: last.amount, each: total - cut + added },
    };
  }
  if (!isAdjusted) {
    return read.length === 1
      ? { kind: 'known', original: first.amount, cut: 0n, added: 0n, final: first.amount }
      : { kind: 'unclear', readings: { before: first.amount, each: total } };
  }
  const before = first.amount - cut + added;
  const [accounted, issued] = [accountedFor(last.accounted, before, first.amount), asIssued(read)];
  const reading = stated ?? accounted ?? issued;
  const isContradicted = stated === undefined && accounted === 'after' && issued === 'before';
  if (reading === undefined || isContradicted) return { kind: 'unclear', readings: { before, after: first.amount } };
  return reading === 'before'
    ? { kind: 'known', original: first.amount, cut, added, final: before }
    : { kind: 'known', original: first.amount + cut - added, cut, added, final: first.amount };
}

/** The reading under which balance and use make up the amount, if exactly one does. */
function accountedFor(accounted: readonly bigint[], before: bigint, after: bigint): 'before' | 'after' | undefined {
  const isBefore = accounted.includes(before);
  const isAfter = accounted.includes(after);
  if (isBefore === isAfter) return undefined;
  return isBefore ? 'before' : 'after';
}

/** A row without a batch and without adjustments states the amount before them; the batches repeat it. */
function asIssued(rows: readonly { batch: string; cut: bigint; added: bigint }[]): 'before' | undefined {
  const isIssued = rows.some(({ batch, cut, added }) => batch === '' && cut === 0n && added === 0n);
  return rows.length > 1 && isIssued ? 'before' : undefined;
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}
