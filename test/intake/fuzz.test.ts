import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { intake } from '../../src/core/intake/intake.ts';
import { plainValue, type Fact } from '../../src/core/ledger/fact.ts';
import { messageOf } from '../../src/core/texts/finding-texts.ts';
import type { Workbook } from '../../src/core/workbook/workbook.ts';
import { readCases, type FormWorkbook } from '../support/form-cases.ts';
import { rangeOf } from '../support/plain-sheets.ts';
import { mutated, placeOf, type Mutation } from '../support/mutations.ts';
import { Seeded } from '../support/seeded.ts';

const SEED = Number(process.env.FUZZ_SEED ?? 20231215);
/** Mutations of each workbook; a tenth of it of the large ones. */
const PER_CASE = Number(process.env.FUZZ_PER_CASE ?? 12);
/** One workbook of a few hundred cells takes milliseconds; this long is a hang. */
const HANG_MS = 20_000;

/** What is known to change unheard, and why that cannot be told: part of the mutation's description by case. */
const EXCEPT = JSON.parse(readFileSync(join(__dirname, 'fuzz-except.json'), 'utf8')) as readonly {
  readonly case: string;
  readonly what: string;
  readonly why: string;
}[];

interface Told {
  readonly facts: ReadonlyMap<string, { readonly value: string; readonly places: readonly string[] }>;
  readonly findings: ReadonlySet<string>;
  /** Where units are stated. */
  readonly units: ReadonlySet<string>;
}

function read(workbook: Workbook): Told {
  const { ledger, findings, sheets } = intake(workbook);
  const facts = [...ledger.facts()].filter(({ value }) => value.kind !== 'text');
  return {
    facts: new Map(facts.map((fact) => [fact.key, { value: plainValue(fact), places: placesOf(fact, workbook) }])),
    units: new Set(
      sheets.flatMap(({ tables }) => tables.flatMap(({ unit }) => (unit?.cell ? [placeOf(unit.cell)] : []))),
    ),
    findings: new Set(findings.map(messageOf)),
  };
}

/** Every cell that a fact is made of; a sum over a list rests on all that its rows say. */
function placesOf({ cells }: Fact, { sheets }: Workbook): readonly string[] {
  return cells.flatMap(({ sheet, row, column, rows }) => {
    if (rows === undefined) return [placeOf({ sheet, row, column }), ...summed(sheet, row, column, sheets)];
    const list = sheets.find(({ name }) => name === sheet)?.rows.slice(row, row + rows) ?? [];
    return list.flatMap((cellsOf, index) => cellsOf.map((_, at) => placeOf({ sheet, row: row + index, column: at })));
  });
}

/** The cells of its sheet that a formula refers to. */
function summed(name: string, row: number, column: number, sheets: Workbook['sheets']): readonly string[] {
  const formula = sheets.find((sheet) => sheet.name === name)?.formulas.get(`${String(row)},${String(column)}`) ?? '';
  return [...formula.matchAll(/([A-Z]+\d+)(?::([A-Z]+\d+))?/g)].flatMap(([, first = '', last = first]) => {
    const { top, left, bottom, right } = rangeOf(`${first}:${last}`);
    return Array.from({ length: bottom - top + 1 }, (_, r) =>
      Array.from({ length: right - left + 1 }, (_unused, c) =>
        placeOf({ sheet: name, row: top + r, column: left + c }),
      ),
    ).flat();
  });
}

/**
 * The facts that changed although none of the cells that they are made of did, or that went away although nothing was made of
 * their cells instead; nothing when a new finding speaks of it.
 */
function silent(before: Told, { workbook, before: gone, after: come }: Mutation): readonly string[] {
  // Whoever writes another unit over the amounts says that they are others.
  if ([...gone].some((place) => before.units.has(place))) return [];
  const now = read(workbook);
  if ([...now.findings].some((message) => !before.findings.has(message))) return [];
  const heard = new Set([...now.facts.values()].flatMap(({ places }) => places));
  return [...before.facts].flatMap(([key, was]) => {
    const is = now.facts.get(key);
    if (is?.value === was.value || was.places.some((place) => gone.has(place))) return [];
    if (is === undefined) {
      const stillHeard = come.size === 0 && gone.size === 0 ? false : was.places.every((place) => heard.has(place));
      return stillHeard ? [] : [`${key}: ${was.value} → nothing`];
    }
    return is.places.some((place) => come.has(place)) ? [] : [`${key}: ${was.value} → ${is.value}`];
  });
}

const cases = readCases();
/** Most mutations happen to small workbooks, which are read in no time. */
const LARGE_ONE_IN = 10;

function isSmall({ workbook: { sheets } }: FormWorkbook): boolean {
  return sheets.length < 3 && sheets.every(({ rows }) => rows.length < 40);
}

/** A stream of its own for each workbook, so that a case more or less leaves what happens to the others as it was. */
function randomOf(name: string): Seeded {
  let mixed = SEED;
  for (let at = 0; at < name.length; at++) mixed = Math.imul(mixed, 31) + name.charCodeAt(at);
  return new Seeded(mixed);
}

test('whatever happens to a workbook: no exception, no hang, no changed fact without a finding', () => {
  const faults: string[] = [];
  let done = 0;
  let slowest = 0;
  for (const each of cases) {
    const random = randomOf(each.name);
    const known = read(each.workbook);
    const wanted = Math.ceil(PER_CASE / (isSmall(each) ? 1 : LARGE_ONE_IN));
    for (let left = wanted, tried = 0; left > 0 && tried < 10 * wanted; tried += 1) {
      const mutation = mutated(each.workbook, random);
      if (mutation === undefined) continue;
      left -= 1;
      done += 1;
      const start = performance.now();
      try {
        const lost = silent(known, mutation);
        const isExcept = EXCEPT.some(
          ({ case: name, what }) => each.name.includes(name) && mutation.what.includes(what),
        );
        if (lost.length > 0 && !isExcept)
          faults.push(`${each.name} | ${mutation.what} | ${lost.slice(0, 4).join('; ')}`);
      } catch (error) {
        faults.push(
          `${each.name} | ${mutation.what} | ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        );
      }
      slowest = Math.max(slowest, performance.now() - start);
    }
  }
  expect(done).toBeGreaterThan(cases.length);
  expect(slowest).toBeLessThan(HANG_MS);
  expect(faults).toEqual([]);
}, 300_000);
