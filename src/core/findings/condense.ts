import type { CellRef } from '../workbook/cell-ref.ts';
import { finding, type Finding, type FindingCode } from './finding.ts';

/*
 * A column of a hundred thousand bad cells is one thing to tell, not a hundred thousand.
 */

/** What differs from cell to cell within findings of one kind; all else that they say is the same. */
const VARYING: Partial<Readonly<Record<FindingCode, readonly string[]>>> = {
  'number-expected': ['found'],
  'cell-error': ['error'],
  'formula-without-value': ['formula'],
  'formula-stale': ['stored', 'computed'],
  'fraction-of-fen': [],
  'row-unknown': ['label'],
  'row-above-header': ['label'],
  'code-repeated': ['code'],
  'code-unclear': ['found'],
  'field-unknown': ['label', 'known'],
  'answer-unknown': ['found'],
  'project-repeated': ['project'],
  'output-name-repeated': ['name'],
  'target-unset': ['output'],
  'entry-unclear': ['found'],
  'project-unmatched': ['name', 'known'],
  'negative-amount': ['key', 'amount'],
  'over-budget': ['key', 'executed', 'budget'],
  'spent-without-budget': ['key', 'executed'],
  'parts-rounding': ['totalName', 'difference'],
};

/** So many of one kind a person reads one by one. */
const READABLE = 8;
/** So many different findings of one kind are listed. */
const LISTED = 50;
/** So many different words or places show what is meant. */
const EXAMPLES = 3;
const MAX_PLACES = 20;
/** The longest list of words in a message, in characters. */
const MAX_WORDS = 400;
const ETC = '…';

/**
 * The findings with those of one kind in one sheet joined, once there are too many to read: examples of what was found, the places
 * as runs, and how many there are. Different findings of one kind are listed up to a number, and then counted.
 */
export function condensed(findings: readonly Finding[]): readonly Finding[] {
  const groups = new Map<string, Finding[]>();
  for (const one of findings) {
    const key = groupOf(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  const kept = findings.flatMap((one) => {
    const group = groups.get(groupOf(one)) ?? [];
    if (group.length <= READABLE) return [one];
    return group[0] === one ? [joined(one, group)] : [];
  });
  const listed = new Map<FindingCode, number>();
  const shown = kept.filter(({ code }) => {
    const number = (listed.get(code) ?? 0) + 1;
    listed.set(code, number);
    return number <= LISTED;
  });
  const more = [...listed].flatMap(([code, number]) => {
    const last = shown.findLast((one) => one.code === code);
    if (number <= LISTED || last === undefined) return [];
    return [finding('more-of-kind', { count: String(number - LISTED) }, last.cells)];
  });
  return [...shown, ...more].map(outlined);
}

/** One string for each kind of thing in one sheet; findings that stand by themselves have one of their own. */
function groupOf({ code, params, cells }: Finding): string {
  const varying = VARYING[code] ?? Object.keys(params);
  const same = Object.entries(params).filter(([name]) => !varying.includes(name));
  return JSON.stringify([code, same, VARYING[code] === undefined ? params : '', cells[0]?.sheet ?? '']);
}

function joined(first: Finding, group: readonly Finding[]): Finding {
  const params: Record<string, string> = {};
  for (const [name, value] of Object.entries(first.params as Readonly<Record<string, string>>)) {
    const words = new Set<string>();
    for (const one of group) {
      words.add((one.params as Readonly<Record<string, string>>)[name] ?? value);
      if (words.size > EXAMPLES) break;
    }
    const shown = [...words].slice(0, EXAMPLES).map((word) => cut(word, MAX_WORDS / EXAMPLES));
    params[name] = words.size === 1 ? value : `${shown.join('、')}${words.size > EXAMPLES ? '等' : ''}`;
  }
  const cells = group.flatMap((one) => [...one.cells]);
  return { ...finding(first.code, params as never, cells), count: group.length };
}

/** The same finding with no more places and words than a person can read. */
function outlined(one: Finding): Finding {
  const params = Object.fromEntries(
    Object.entries(one.params as Readonly<Record<string, string>>).map(([name, text]) => [name, cut(text, MAX_WORDS)]),
  );
  const places = one.cells.length > MAX_PLACES ? outline(one.cells) : one.cells;
  const count = one.count ?? (one.cells.length > MAX_PLACES ? one.cells.length : undefined);
  return { ...finding(one.code, params as never, places), ...(count === undefined ? {} : { count }) };
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}${ETC}` : text;
}

/** Runs of neighbours; where they are still too many, the run from the first to the last of each column. */
function outline(cells: readonly CellRef[]): readonly CellRef[] {
  const runs = runsOf(cells, (last, row) => row <= last + 1);
  return runs.length <= MAX_PLACES ? runs : runsOf(cells, () => true).slice(0, MAX_PLACES);
}

function runsOf(cells: readonly CellRef[], joins: (last: number, row: number) => boolean): readonly CellRef[] {
  const columns = new Map<string, CellRef[]>();
  for (const cell of cells) {
    const key = `${String(cell.column)},${cell.sheet}`;
    const column = columns.get(key);
    if (column === undefined) columns.set(key, [cell]);
    else column.push(cell);
  }
  return [...columns.values()].flatMap((column) => {
    const runs: { sheet: string; row: number; column: number; last: number }[] = [];
    for (const { sheet, row, column: at, rows = 1 } of column.toSorted((a, b) => a.row - b.row)) {
      const open = runs.at(-1);
      if (open !== undefined && joins(open.last, row)) open.last = Math.max(open.last, row + rows - 1);
      else runs.push({ sheet, row, column: at, last: row + rows - 1 });
    }
    return runs.map(({ sheet, row, column: at, last }) => {
      const run = { sheet, row, column: at };
      return last === row ? run : { ...run, rows: last - row + 1 };
    });
  });
}
