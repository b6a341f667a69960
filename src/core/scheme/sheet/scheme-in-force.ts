import { finding, isUnusable, type Finding } from '../../findings/finding.ts';
import { SCHEME_COLUMNS, SCHEME_HEADER, SCHEME_SHEET_NAME } from '../../texts/scheme-sheet-texts.ts';
import { LIST_SEPARATOR } from '../../texts/terms.ts';
import { sameLabel } from '../../workbook/labels.ts';
import type { Workbook } from '../../workbook/workbook.ts';
import { DEFAULT_PACK, packById } from '../packs/packs.ts';
import { NO_PLACES, type SchemePlaces } from '../scheme-places.ts';
import type { Scheme } from '../scheme.ts';
import { schemeSheets } from './find-scheme-sheet.ts';
import { readSchemeSheet } from './read-scheme-sheet.ts';

/** The scheme that a run scores by, where it comes from, and what a person should know about the choice. */
export interface SchemeInForce {
  /** Undefined when the workbook's own scheme cannot be used; the findings say why. */
  readonly scheme: Scheme | undefined;
  readonly origin: 'chosen' | 'sheet' | 'default';
  readonly places: SchemePlaces;
  readonly findings: readonly Finding[];
}

/**
 * The scheme that a user chose, else the one in the workbook's sheet 指标体系, else the one that ships as default. A sheet that
 * is passed over because another scheme was chosen is reported, unless it holds the same scheme.
 */
export function schemeInForce(workbook: Workbook, chosen: Scheme | undefined): SchemeInForce {
  const own = schemeOfWorkbook(workbook);
  if (chosen !== undefined) {
    const [cell] = own.cells;
    const isPassedOver = cell !== undefined && !sameScheme(own.scheme, chosen);
    const findings = isPassedOver
      ? [finding('scheme-sheet-passed-over', { sheet: cell.sheet, chosen: chosen.name }, [cell])]
      : [];
    const places = isPassedOver ? NO_PLACES : own.places;
    return { scheme: chosen, origin: 'chosen', places, findings };
  }
  if (own.cells.length > 0) {
    return { scheme: own.scheme, origin: 'sheet', places: own.places, findings: own.findings };
  }
  return { scheme: packById(DEFAULT_PACK), origin: 'default', places: NO_PLACES, findings: unreadSheets(workbook) };
}

/** The scheme in a workbook's sheet 指标体系. Without any such sheet `cells` is empty; with mistakes `scheme` is undefined. */
export function schemeOfWorkbook(workbook: Workbook): {
  readonly scheme: Scheme | undefined;
  readonly places: SchemePlaces;
  /** The first header cell of each sheet that holds a scheme. */
  readonly cells: Finding['cells'];
  readonly findings: readonly Finding[];
} {
  const found = schemeSheets(workbook);
  const cells = found.map(({ sheet, header }) => ({ sheet: sheet.name, row: header.row, column: 0 }));
  const [first] = found;
  if (first === undefined) return { scheme: undefined, places: NO_PLACES, cells, findings: [] };
  if (found.length > 1) {
    const sheets = found.map(({ sheet }) => sheet.name).join(LIST_SEPARATOR);
    return { scheme: undefined, places: NO_PLACES, cells, findings: [finding('scheme-sheets', { sheets }, cells)] };
  }
  const reading = readSchemeSheet(first);
  return { ...reading, scheme: reading.findings.some(isUnusable) ? undefined : reading.scheme, cells };
}

/** Sheets that are called 指标体系 and cannot be used, being hidden or without its header: another scheme is, and that is told. */
export function unreadSheets({ sheets }: Workbook): readonly Finding[] {
  return sheets
    .filter(({ name }) => sameLabel(name, SCHEME_SHEET_NAME))
    .map(({ name, hidden }) => {
      if (hidden) return finding('scheme-sheet-hidden', { sheet: name });
      const columns = SCHEME_HEADER.map((column) => SCHEME_COLUMNS[column][0]).join(LIST_SEPARATOR);
      return finding('scheme-sheet-unread', { sheet: name, columns }, [{ sheet: name, row: 0, column: 0 }]);
    });
}

/** True for two schemes of the same content, whatever the order in which their fields were written. */
function sameScheme(a: Scheme | undefined, b: Scheme): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(
    entries.map(([key, inner]) => [key, sorted(inner)] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
