/** How often a piece of work is run; the fastest run counts. */
const RUNS = 3;

/** The shortest of several runs, in milliseconds: what else the machine does only makes runs longer. */
export async function fastest(work: () => unknown): Promise<number> {
  let best = Infinity;
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now();
    await work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** One line for each size: how much longer ours takes than others, and than at half the size. */
export function printRatios(
  lines: readonly {
    readonly what: string;
    readonly own: number;
    readonly others: Readonly<Record<string, number>>;
  }[],
): void {
  lines.forEach(({ what, own, others }, index) => {
    const held = Object.entries(others).map(([name, time]) => `${(own / time).toFixed(2)} times ${name}`);
    const before = lines[index - 1];
    const growth = before === undefined ? [] : [`${(own / before.own).toFixed(2)} times the time of half the size`];
    console.log(`${what}: ${[...held, ...growth].join(', ')}`);
  });
}

/** Ends the bench with exit code 1 where two programs come to different answers: ratios of times would mean nothing. */
export function requireSame(what: string, ours: readonly unknown[], theirs: readonly unknown[]): void {
  const at = ours.findIndex((value, index) => value !== theirs[index]);
  if (at < 0 && ours.length === theirs.length && ours.length > 0) return;
  const detail = `${String(ours.length)} and ${String(theirs.length)} answers, number ${String(at)}: ${String(ours[at])} and ${String(theirs[at])}`;
  console.error(`${what}: the answers differ (${detail})`);
  process.exit(1);
}
