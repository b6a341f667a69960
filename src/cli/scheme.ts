import { extname } from 'node:path';
import { packFileText } from '../core/scheme/pack-file.ts';
import { DEFAULT_PACK, PACKS } from '../core/scheme/packs/packs.ts';
import type { Indicator, Scheme } from '../core/scheme/scheme.ts';
import { checkWeights } from '../core/scheme/check-weights.ts';
import { describeRule } from '../core/scheme/rules/rules.ts';
import { schemeSheetForm } from '../core/template/scheme-sheet.ts';
import { CLI } from '../core/texts/cli-texts.ts';
import { createXlsx } from '../hosts/files/xlsx/create-xlsx.ts';
import { EXIT, type ExitCode, type Output } from './exit.ts';
import { writeOutputs } from './files.ts';
import { bad, readOptions, requireExtension } from './options.ts';
import { printFindings } from './print.ts';
import { schemeNamed } from './scheme-option.ts';
import { textTable, type TextColumn } from './text-table.ts';

const LIST_COLUMNS: readonly TextColumn[] = [
  { width: 26, align: 'left' },
  { width: 34, align: 'left' },
  { width: 6, align: 'left' },
  { width: 20, align: 'left' },
  { width: 60, align: 'left' },
];
const INDICATOR_COLUMNS: readonly TextColumn[] = [
  { width: 20, align: 'left' },
  { width: 30, align: 'left' },
  { width: 6, align: 'right' },
  { width: 58, align: 'left' },
  { width: 8, align: 'left' },
];

/**
 * `jixiao scheme [ID|scheme.json|workbook.xlsx] [--out scheme.json|scheme.xlsx] [--json]`: without a name the schemes that ship;
 * with one that scheme, on the screen or as the other door's file.
 */
export async function runScheme(args: readonly string[], output: Output): Promise<ExitCode> {
  const { files, out, json } = readOptions(args, ['out', 'json']);
  const [name, extra] = files;
  if (extra !== undefined) throw bad(CLI.options.extraFile(extra));
  requireExtension(out, ['.json', '.xlsx']);
  if (name === undefined) {
    if (out !== undefined) throw bad(CLI.options.missingScheme);
    output.out(json ? JSON.stringify(PACKS.map(summary), null, 2) : packTable());
    return EXIT.done;
  }
  const scheme = await schemeNamed(name);
  if (json) output.out(packFileText(scheme).trimEnd());
  else if (out === undefined) printScheme(scheme, output);
  const findings = checkWeights(scheme, scheme.indicators);
  if (!json && findings.length > 0) printFindings(findings, output);
  if (out !== undefined) {
    const isJson = extname(out).toLowerCase() === '.json';
    const bytes = isJson ? new TextEncoder().encode(packFileText(scheme)) : await createXlsx([schemeSheetForm(scheme)]);
    await writeOutputs([{ path: out, bytes }]);
    if (!json) output.out(CLI.written(out));
  }
  return findings.length > 0 ? EXIT.doneWithErrors : EXIT.done;
}

function summary({ id, name, year, source, verified, indicators }: Scheme): unknown {
  const checked = indicators.filter((one) => one.verified).length;
  return {
    id,
    name,
    year,
    source,
    verified,
    indicators: String(indicators.length),
    verifiedIndicators: String(checked),
    default: id === DEFAULT_PACK,
  };
}

function packTable(): string {
  return textTable(LIST_COLUMNS, [
    [...CLI.packs.columns],
    ...PACKS.map(({ id, name, year, source, verified, indicators }) => {
      const checked = indicators.filter((one) => one.verified).length;
      return [id, name, year, CLI.packs.state(verified, checked, indicators.length), source];
    }),
  ]);
}

function printScheme(scheme: Scheme, output: Output): void {
  const { id, name, year, source, total } = scheme;
  output.out(CLI.packs.head(id, name, year, total));
  output.out(CLI.packs.source(source));
  const rows = [[...CLI.packs.indicatorColumns], ...scheme.indicators.map(row)];
  output.out(textTable(INDICATOR_COLUMNS, rows, [CLI.total, '', total, '', '']));
}

function row({ path, name, weight, rule, verified }: Indicator): readonly string[] {
  return [path.join('／'), name, weight, describeRule(rule), CLI.packs.checked(verified)];
}
