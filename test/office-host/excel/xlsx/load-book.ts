import { posix } from 'node:path';
import { Book, newId } from '../model/book.ts';
import { parseArea } from '../model/area.ts';
import { SheetModel, type Visibility } from '../model/sheet-model.ts';
import { StyleTable } from '../model/style-table.ts';
import { loadCells, loadStrings } from './load-cells.ts';
import { loadStyles } from './load-styles.ts';
import { OfficePackage, type Relationship } from './package.ts';
import { child, children, deepText, flag, parseXml, type Element } from './xml.ts';

/** A workbook with the package that it came from. */
export interface LoadedBook {
  readonly book: Book;
  readonly source: OfficePackage;
  readonly workbookPart: string;
}

const STATES: Readonly<Record<string, Visibility>> = { hidden: 'Hidden', veryHidden: 'VeryHidden' };

/** Opens an .xlsx as Excel would: what the model does not know stays in the package, and is saved again. */
export async function loadBook(bytes: Uint8Array): Promise<LoadedBook> {
  const source = await OfficePackage.open(bytes);
  const workbookPart = targetOf(source.relationships(''), 'officeDocument') ?? 'xl/workbook.xml';
  const related = source.relationships(workbookPart);
  const root = parseXml(source.text(workbookPart));
  const book = new Book();
  book.date1904 = flag(child(root, 'workbookPr')?.attributes.date1904);
  book.structureProtected = flag(child(root, 'workbookProtection')?.attributes.lockStructure);
  const styles = targetOf(related, 'styles');
  if (styles !== undefined) book.styles = new StyleTable(loadStyles(source.text(styles)));
  const stringsPart = targetOf(related, 'sharedStrings');
  const strings = stringsPart === undefined ? [] : loadStrings(source.text(stringsPart));
  for (const { attributes } of children(child(root, 'sheets'), 'sheet')) {
    const part = related.find(({ id }) => id === attributes.id)?.target;
    if (part === undefined) continue;
    const sheet = new SheetModel(newId(), attributes.name ?? '');
    sheet.visibility = STATES[attributes.state ?? ''] ?? 'Visible';
    sheet.part = part;
    const xml = source.text(part);
    loadCells(xml, sheet, strings);
    loadLayout(xml, sheet);
    book.sheets.push(sheet);
    loadTables(book, sheet, source);
  }
  const view = child(child(root, 'bookViews'), 'workbookView');
  book.active = book.sheets[Number(view?.attributes.activeTab ?? 0)];
  loadNames(book, root);
  loadCustomXml(book, source, [...related, ...source.relationships('')]);
  return { book, source, workbookPart };
}

export function targetOf(relationships: readonly Relationship[], type: string): string | undefined {
  return relationships.find((one) => one.type === type)?.target;
}

/** What a sheet part says besides its cells. The cells are cut out first: they are most of it, and are read already. */
function loadLayout(xml: string, sheet: SheetModel): void {
  const root = parseXml(withoutCells(xml));
  sheet.merges = children(child(root, 'mergeCells'), 'mergeCell').map(({ attributes }) =>
    parseArea(attributes.ref ?? 'A1'),
  );
  for (const { attributes } of children(child(root, 'cols'), 'col')) {
    const last = Math.min(Number(attributes.max), 16_384);
    for (let column = Number(attributes.min); column <= last; column += 1) {
      if (attributes.width !== undefined) sheet.columnWidths.set(column - 1, Number(attributes.width));
      if (flag(attributes.hidden)) sheet.hiddenColumns.add(column - 1);
    }
  }
  const view = child(child(root, 'sheetViews'), 'sheetView');
  sheet.showGridlines = flag(view?.attributes.showGridLines, true);
  const pane = child(view, 'pane')?.attributes;
  if (pane?.state === 'frozen') {
    sheet.frozenRows = Number(pane.ySplit ?? 0);
    sheet.frozenColumns = Number(pane.xSplit ?? 0);
  }
  const protection = child(root, 'sheetProtection');
  if (protection !== undefined && flag(protection.attributes.sheet)) {
    // The file names what is forbidden.
    sheet.protection = { allowFormatCells: !flag(protection.attributes.formatCells, true) };
  }
}

/** The text of a sheet part with its cells taken out. */
export function withoutCells(xml: string): string {
  return xml.replace(/<((?:\w+:)?sheetData)\b[^>]*?(?:\/>|>[\s\S]*<\/\1>)/, '<$1/>');
}

function loadTables(book: Book, sheet: SheetModel, source: OfficePackage): void {
  if (sheet.part === undefined) return;
  for (const { type, target } of source.relationships(sheet.part)) {
    if (type === 'table') {
      const { attributes } = parseXml(source.text(target));
      book.tables.push({
        id: attributes.id ?? '',
        name: attributes.displayName ?? attributes.name ?? '',
        sheet,
        area: parseArea(attributes.ref ?? 'A1'),
        headerRow: attributes.headerRowCount !== '0',
        totalRow: Number(attributes.totalsRowCount ?? 0) > 0,
      });
    }
    if (type === 'threadedComment') {
      for (const comment of children(parseXml(source.text(target)), 'threadedComment')) {
        loadComment(book, sheet, comment);
      }
    }
  }
}

function loadComment(book: Book, sheet: SheetModel, comment: Element): void {
  const { ref, id, parentId, personId } = comment.attributes;
  if (ref === undefined || parentId !== undefined) return;
  const { top, left } = parseArea(ref);
  const text = child(comment, 'text');
  book.comments.push({
    id: id ?? newId(),
    sheet,
    row: top,
    column: left,
    content: text === undefined ? '' : deepText(text),
    author: personId ?? '',
  });
}

function loadNames(book: Book, root: Element): void {
  for (const element of children(child(root, 'definedNames'), 'definedName')) {
    const { name = '', localSheetId, hidden, comment } = element.attributes;
    book.names.push({
      name,
      builtIn: name.startsWith('_xlnm.'),
      formula: `=${deepText(element)}`,
      visible: !flag(hidden),
      comment: comment ?? '',
      sheet: localSheetId === undefined ? undefined : book.sheets[Number(localSheetId)],
    });
  }
}

function loadCustomXml(book: Book, source: OfficePackage, related: readonly Relationship[]): void {
  for (const { type, target } of related) {
    if (type !== 'customXml' || !source.has(target)) continue;
    const properties = source.relationships(target).find((one) => one.type === 'customXmlProps')?.target;
    const id = properties === undefined ? undefined : parseXml(source.text(properties)).attributes.itemID;
    const part = book.customXml.add(source.text(target), id);
    part.part = posix.normalize(target);
  }
}
