import { change } from '../commands/change.ts';
import { numberOf } from '../core/ledger/ledger.ts';
import { plainValue, showFact, showSource, type Fact } from '../core/ledger/fact.ts';
import { fixed, type Exact } from '../core/money/exact.ts';
import { parseAmountChange, type Sensitivity } from '../core/scheme/sensitivity.ts';
import type { IndicatorResult, Scorecard } from '../core/scheme/scorecard.ts';
import type { Scheme } from '../core/scheme/scheme.ts';
import { CLI } from '../core/texts/cli-texts.ts';
import { messageOf } from '../core/texts/finding-texts.ts';
import { LIST_SEPARATOR, NOT_APPLICABLE, NO_DATA } from '../core/texts/terms.ts';
import type { Mapping } from '../core/workbook/mapping.ts';
import { WorkbookFile } from '../hosts/files/workbook-file.ts';
import { EXIT, Unusable, type ExitCode, type Output } from './exit.ts';
import { readInput, unusableInput } from './files.ts';
import { factJson } from './json.ts';
import { bad } from './options.ts';
import { textTable, type TextColumn } from './text-table.ts';

type Done = Extract<Sensitivity, { kind: 'done' }>;

interface ChangeOptions {
  readonly scheme: Scheme | undefined;
  readonly mapping: Mapping | undefined;
  readonly json: boolean;
}

/** `jixiao explain <workbook.xlsx> --change <key>=+1% [--scheme ID] [--map mapping.json] [--json]` */
export async function runChange(
  input: string,
  wanted: string,
  { scheme, mapping, json }: ChangeOptions,
  output: Output,
): Promise<ExitCode> {
  const equals = wanted.lastIndexOf('=');
  const key = wanted.slice(0, Math.max(0, equals)).trim();
  const by = parseAmountChange(wanted.slice(equals + 1));
  if (key === '' || by === undefined) throw bad(CLI.change.form(wanted));
  const spreadsheet = new WorkbookFile(await readInput(input));
  const result = await change.run({ spreadsheet, scheme, mapping, key, change: by }).catch((error: unknown) => {
    throw unusableInput(input, error);
  });
  switch (result.kind) {
    case 'unusable':
      throw new Unusable([CLI.unusableIntro(result.findings.length), ...result.findings.map(messageOf)]);
    case 'unknown-key':
      throw new Unusable([CLI.change.unknownKey(key, result.known.join(LIST_SEPARATOR))]);
    case 'no-amount':
      throw new Unusable([CLI.change.noAmount(key)]);
    case 'no-change':
      throw new Unusable([CLI.change.noChange(key)]);
    case 'done':
      if (json) output.out(JSON.stringify(changeJson(result.sensitivity, result.scorecard), null, 2));
      else printChange(result.sensitivity, result.scorecard, output);
      return EXIT.done;
  }
}

const COLUMNS: readonly TextColumn[] = [
  { width: 32, align: 'left' },
  { width: 9, align: 'right' },
  { width: 9, align: 'right' },
  { width: 8, align: 'right' },
  { width: 8, align: 'right' },
  { width: 8, align: 'right' },
];

function printChange({ before, after, moved, total, followers }: Done, { scheme }: Scorecard, output: Output): void {
  const score = (value: Exact | undefined): string => (value === undefined ? NO_DATA : fixed(value, scheme.precision));
  const place = showSource(before);
  output.out(`${before.key}：${plainValue(before)}元 → ${plainValue(after)}元${place === '' ? '' : `  [${place}]`}`);
  const rows = moved.map(({ before: own, after: other, change: by }) => [
    own.indicator.name,
    valueOf(own),
    valueOf(other),
    score(own.score),
    score(other.score),
    signed(by, scheme.precision),
  ]);
  const sum = [
    CLI.total,
    '',
    '',
    score(total.before.score),
    score(total.after.score),
    signed(total.change, scheme.precision),
  ];
  if (rows.length === 0) output.out(CLI.change.nothingMoves);
  output.out(textTable(COLUMNS, [[...CLI.change.columns], ...rows], sum));
  output.out(CLI.change.scope(followers.map(({ before: { key } }) => key).join(LIST_SEPARATOR)));
}

function valueOf({ value, status }: IndicatorResult): string {
  if (value?.status === 'value') return showFact(value.value);
  return status === 'not-applicable' ? NOT_APPLICABLE : NO_DATA;
}

/** `+0.1`, `-0.2`, `0.0`; empty where there is nothing to compare. */
function signed(change: Exact | undefined, precision: number): string {
  if (change === undefined) return '';
  return `${change.compare(0) > 0 ? '+' : ''}${fixed(change, precision)}`;
}

/** Which points move, for scripts; every number is a text, null where something is missing. */
function changeJson({ before, after, followers, moved, total }: Done, { scheme }: Scorecard): unknown {
  const score = (value: Exact | undefined): string | null =>
    value === undefined ? null : fixed(value, scheme.precision);
  const value = (fact: Fact | undefined): string | null =>
    fact === undefined || numberOf(fact) === undefined ? null : plainValue(fact);
  const measured = (result: IndicatorResult): string | null =>
    value(result.value?.status === 'value' ? result.value.value : undefined);
  return {
    key: before.key,
    before: factJson(before),
    after: { value: plainValue(after), unit: after.unit },
    followers: followers.map((pair) => ({
      key: pair.before.key,
      unit: pair.before.unit,
      before: plainValue(pair.before),
      after: plainValue(pair.after),
    })),
    indicators: moved.map(({ before: own, after: other, change: by }) => ({
      path: own.indicator.path,
      name: own.indicator.name,
      value: { before: measured(own), after: measured(other) },
      score: { before: score(own.score), after: score(other.score), change: score(by) },
      status: { before: own.status, after: other.status },
    })),
    total: { before: score(total.before.score), after: score(total.after.score), change: score(total.change) },
  };
}
