import { FunctionPlugin, HyperFormula } from 'hyperformula';
import { addressOf } from '../../../src/core/workbook/cell-ref.ts';
import type { CellValue, Workbook } from '../../../src/core/workbook/workbook.ts';

/*
 * An independent spreadsheet to judge formulas by. Its ROUND works on the double itself; Excel, WPS and LibreOffice round the
 * 15 significant digits that a cell can show (ROUND(1.005,2) is 1.01), so ROUND and ROUNDUP are told to do the same.
 */

type Arguments = Parameters<FunctionPlugin['runFunction']>[0];
type State = Parameters<FunctionPlugin['runFunction']>[1];

interface Ast {
  readonly args: Arguments;
}

class Rounding extends FunctionPlugin {
  static override implementedFunctions = {
    ROUND: { method: 'round', parameters: [{ argumentType: 'NUMBER' }, { argumentType: 'NUMBER', defaultValue: 0 }] },
    ROUNDUP: {
      method: 'roundup',
      parameters: [{ argumentType: 'NUMBER' }, { argumentType: 'NUMBER', defaultValue: 0 }],
    },
  } as never;

  round(ast: Ast, state: State): unknown {
    return this.runFunction(ast.args, state, this.metadata('ROUND'), (value: number, places: number) =>
      shift(value, places, Math.round),
    );
  }

  roundup(ast: Ast, state: State): unknown {
    return this.runFunction(ast.args, state, this.metadata('ROUNDUP'), (value: number, places: number) =>
      shift(value, places, Math.ceil),
    );
  }
}

function shift(value: number, places: number, step: (value: number) => number): number {
  const [digits = '0', exponent = '0'] = Math.abs(value).toExponential(14).split('e');
  const moved = Number(`${digits}e${String(Number(exponent) + places)}`);
  return Math.sign(value) * Number(`${String(step(Number(moved.toPrecision(15))))}e${String(-places)}`);
}

HyperFormula.unregisterFunction('ROUND');
HyperFormula.unregisterFunction('ROUNDUP');
HyperFormula.registerFunctionPlugin(Rounding, { enGB: { ROUND: 'ROUND', ROUNDUP: 'ROUNDUP' } });

type Raw = string | number | boolean | null;

/** Sheets of values and formulas (`=…`), computed: what each cell shows. Errors are their names: `#N/A`. */
export function compute(sheets: Readonly<Record<string, readonly (readonly Raw[])[]>>): {
  at: (sheet: string, row: number, column: number) => string | number | boolean | null;
} {
  const plain = Object.fromEntries(
    Object.entries(sheets).map(([name, rows]) => [name, rows.map((row) => row.map(quoted))]),
  );
  const engine = HyperFormula.buildFromSheets(plain, {
    licenseKey: 'gpl-v3',
    smartRounding: false,
    useArrayArithmetic: true,
  });
  const values = engine.getAllSheetsValues();
  engine.destroy();
  return {
    at: (sheet, row, column) => {
      const value: unknown = values[sheet]?.[row]?.[column] ?? null;
      return typeof value === 'object' && value !== null ? String((value as { value: unknown }).value) : (value as Raw);
    },
  };
}

/** The engine wants every name that is not Latin in quotes. */
function quoted(cell: Raw): Raw {
  if (typeof cell !== 'string' || !cell.startsWith('=')) return cell;
  return cell
    .split(/("[^"]*"|'(?:[^']|'')*'!)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/([\p{L}_][\p{L}\p{N}_]*)!/gu, "'$1'!")))
    .join('');
}

/** What a spreadsheet shows in every cell of a workbook that holds a formula, beside what the file says. */
export function recomputed(workbook: Workbook): readonly { cell: string; stored: CellValue; computed: CellValue }[] {
  const sheets = Object.fromEntries(
    workbook.sheets.map(({ name, rows, formulas }) => [
      name,
      rows.map((row, r) =>
        row.map((value, c): Raw => {
          const formula = formulas.get(`${String(r)},${String(c)}`);
          if (formula !== undefined) return `=${formula}`;
          if (typeof value === 'object') return null;
          return typeof value === 'string' && /^[=']|^[\d.+-]/.test(value) ? `'${value}` : value;
        }),
      ),
    ]),
  );
  const result = compute(sheets);
  return workbook.sheets.flatMap(({ name, rows, formulas }) =>
    [...formulas.keys()].map((key) => {
      const [row = 0, column = 0] = key.split(',').map(Number);
      return {
        cell: `${name}!${addressOf({ row, column })}`,
        stored: rows[row]?.[column] ?? null,
        computed: result.at(name, row, column),
      };
    }),
  );
}
