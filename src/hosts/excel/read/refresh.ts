import { inReadingOrder } from '../../../core/workbook/cell-ranges.ts';
import type { CellRange } from '../../../core/workbook/cell-ref.ts';
import { formulaRef } from '../../../core/workbook/cell-ref.ts';
import type { Sheet } from '../../../core/workbook/workbook.ts';
import type { Marks } from '../changes/dirty-marks.ts';
import type { ExcelAccess } from '../excel-access.ts';
import { WHOLE_SHEET } from './area.ts';
import { askSheets, type Answer, type SheetEntry } from './outline.ts';
import { askContents, askMerges } from './range-request.ts';
import { emptySheet, withArea, withMerges, type RangeContents, type Snapshot } from './snapshot.ts';

/**
 * The snapshot brought up to date in one round trip: the list of sheets, and the marked areas. Another one is needed only for
 * sheets whose appearance or new name nobody told.
 * @param alongside put into the round trip
 * @returns the same object when nothing differs
 * @throws HostFailure
 */
export async function refreshed(
  access: ExcelAccess,
  snapshot: Snapshot,
  marks: Marks,
  alongside: Alongside = () => () => undefined,
): Promise<Snapshot> {
  const first = await readMarked(access, snapshot, marks, alongside);
  const renamed = snapshot.sheets.filter(({ id, sheet }) =>
    first.entries.some((entry) => entry.id === id && entry.name !== sheet.name),
  );
  const unread = first.entries.filter(({ id }) => !snapshot.sheets.some((known) => known.id === id) && !marks.has(id));
  // Formulas that speak of a renamed sheet are spelled differently now.
  const affected = renamed.flatMap(({ sheet }) => mentioning(snapshot, sheet.name)).filter((id) => !isWhole(marks, id));
  const more = new Map([...unread.map(({ id }) => id), ...affected].map((id) => [id, [WHOLE_SHEET]]));
  if (more.size === 0) return first.snapshot;
  return (await readMarked(access, first.snapshot, more, () => () => undefined)).snapshot;
}

/** The sheets with formulas that speak of a sheet. */
export function mentioning({ sheets }: Snapshot, name: string): readonly string[] {
  const reference = formulaRef({ sheet: name, row: 0, column: 0 }).slice(0, -'A1'.length);
  const quoted = `'${name.replaceAll("'", "''")}'!`;
  return sheets
    .filter(({ sheet }) =>
      [...sheet.formulas.values()].some((formula) => formula.includes(reference) || formula.includes(quoted)),
    )
    .map(({ id }) => id);
}

function isWhole(marks: Marks, id: string): boolean {
  return marks.get(id)?.includes(WHOLE_SHEET) ?? false;
}

/** Something else to ask in the same round trip; its answer is taken when there is one. */
export type Alongside = (context: Excel.RequestContext) => Answer<void>;

interface AreaAnswer {
  readonly area: CellRange;
  readonly contents: Answer<RangeContents | undefined>;
  readonly merges: Answer<readonly CellRange[]>;
}

async function readMarked(
  access: ExcelAccess,
  snapshot: Snapshot,
  marks: Marks,
  alongside: Alongside,
): Promise<{ entries: readonly SheetEntry[]; snapshot: Snapshot }> {
  return access.read(async (context) => {
    const sheets = askSheets(context);
    const asked = [...marks].map(([id, areas]) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(id);
      const answers = areas.map((area): AreaAnswer => ({
        area,
        contents: askContents(sheet, area),
        merges: askMerges(sheet, area),
      }));
      return { id, answers };
    });
    const other = alongside(context);
    await context.sync();
    const entries = sheets();
    other();
    const answersOf = new Map(asked.map(({ id, answers }) => [id, answers]));
    const now = entries.map((entry) => {
      const known = snapshot.sheets.find(({ id }) => id === entry.id);
      const sheet = (answersOf.get(entry.id) ?? []).reduce(readAgain, titled(known?.sheet, entry));
      return known?.sheet === sheet ? known : { id: entry.id, sheet };
    });
    const same = now.length === snapshot.sheets.length && now.every((sheet, index) => sheet === snapshot.sheets[index]);
    return { entries, snapshot: same ? snapshot : { ...snapshot, sheets: now } };
  });
}

function titled(sheet: Sheet | undefined, { name, hidden }: SheetEntry): Sheet {
  if (sheet === undefined) return emptySheet(name, hidden);
  return sheet.name === name && sheet.hidden === hidden ? sheet : { ...sheet, name, hidden };
}

function readAgain(sheet: Sheet, { area, contents, merges }: AreaAnswer): Sheet {
  return withMerges(withArea(sheet, area, contents()), area, inReadingOrder(merges()));
}
