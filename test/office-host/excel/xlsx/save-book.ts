import { posix } from 'node:path';
import { zip } from '../../../hosts/files/xlsx/support/packages.ts';
import type { CustomXmlPart } from '../../custom-xml-store.ts';
import type { Book } from '../model/book.ts';
import type { LoadedBook } from './load-book.ts';
import { targetOf } from './load-book.ts';
import { relationshipsOf, type OfficePackage } from './package.ts';
import { sheetXml } from './sheet-xml.ts';
import { stylesXml } from './styles-xml.ts';
import { escapeXml } from './xml.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
const STYLES_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The workbook as a file: the package that it came from, with what changed since. The book can be saved again later. */
export async function saveBook({ book, source, workbookPart }: LoadedBook): Promise<Uint8Array> {
  const draft = new Draft(source, workbookPart);
  const listed = book.sheets.map((sheet) => {
    const { part } = sheet;
    if (part === undefined) {
      const added = draft.freePart('xl/worksheets/sheet', '.xml');
      draft.put(added, sheetXml(sheet, undefined));
      draft.declare(added, SHEET_TYPE);
      return draft.relate(workbookPart, 'worksheet', added);
    }
    if (sheet.changed.cells || sheet.changed.layout) draft.put(part, sheetXml(sheet, source.text(part)));
    return draft.relationshipTo(workbookPart, part);
  });
  for (const { type, target } of source.relationships(workbookPart)) {
    const isGone = !book.sheets.some(({ part }) => part === target);
    if (isGone && (type === 'worksheet' || type === 'chartsheet')) draft.remove(target);
  }
  saveStyles(book, draft);
  saveCustomXml(book, draft);
  draft.put(workbookPart, workbookXml(book, source.text(workbookPart), listed));
  draft.dropCalculationChain();
  return zip(draft.parts);
}

function saveStyles(book: Book, draft: Draft): void {
  if (book.styles.made.length === 0) return;
  const part = targetOf(draft.source.relationships(draft.workbookPart), 'styles');
  if (part !== undefined) {
    draft.put(part, stylesXml(book.styles, draft.source.text(part)));
    return;
  }
  draft.put('xl/styles.xml', stylesXml(book.styles));
  draft.declare('xl/styles.xml', STYLES_TYPE);
  draft.relate(draft.workbookPart, 'styles', 'xl/styles.xml');
}

function saveCustomXml(book: Book, draft: Draft): void {
  const kept = new Set(book.customXml.parts.map(({ part }) => part));
  for (const { type, target } of draft.source.relationships(draft.workbookPart)) {
    if (type === 'customXml' && !kept.has(target)) draft.remove(target);
  }
  for (const part of book.customXml.parts) {
    if (part.part === undefined) addCustomXml(part, draft);
    else if (draft.source.text(part.part) !== part.xml) draft.put(part.part, part.xml);
  }
}

function addCustomXml({ id, xml }: CustomXmlPart, draft: Draft): void {
  const item = draft.freePart('customXml/item', '.xml');
  const properties = item.replace('item', 'itemProps');
  draft.put(item, xml.startsWith('<?xml') ? xml : HEAD + xml);
  draft.put(
    properties,
    `${HEAD}<ds:datastoreItem ds:itemID="${id}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs/></ds:datastoreItem>`,
  );
  draft.declare(properties, 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml');
  draft.relate(item, 'customXmlProps', properties);
  draft.relate(draft.workbookPart, 'customXml', item);
}

function workbookXml(book: Book, before: string, relationshipIds: readonly string[]): string {
  const [, p = ''] = /<((?:\w+:)?)sheets\b/.exec(before) ?? [];
  const ids = new Map(
    [...before.matchAll(/<(?:\w+:)?sheet\b([^>]*?)\/?>/g)].map(([, attributes = '']) => [
      /\s\w+:id="([^"]*)"/.exec(attributes)?.[1] ?? '',
      Number(/\ssheetId="(\d+)"/.exec(attributes)?.[1] ?? 0),
    ]),
  );
  const prefix = /<(?:\w+:)?sheet\b[^>]*\s(\w+):id="/.exec(before)?.[1] ?? 'r';
  let last = Math.max(0, ...ids.values());
  const sheets = book.sheets.map((sheet, index) => {
    const relationship = relationshipIds[index] ?? '';
    const sheetId = ids.get(relationship) ?? (last += 1);
    const { visibility } = sheet;
    const state = visibility === 'Visible' ? '' : ` state="${visibility === 'Hidden' ? 'hidden' : 'veryHidden'}"`;
    return `<${p}sheet name="${escapeXml(sheet.name)}" sheetId="${String(sheetId)}"${state} ${prefix}:id="${relationship}"/>`;
  });
  const text = before
    .replace(/<((?:\w+:)?sheets)\b[^>]*>[\s\S]*?<\/\1>/, () => `<${p}sheets>${sheets.join('')}</${p}sheets>`)
    .replace(/<((?:\w+:)?definedNames)\b[^>]*?(?:\/>|>[\s\S]*?<\/\1>)/, '')
    .replace(/\sactiveTab="\d+"/, '')
    .replace(
      /<(?:\w+:)?workbookView\b/,
      (view) => `${view} activeTab="${String(book.sheets.indexOf(book.activeSheet))}"`,
    );
  return text.replace(new RegExp(`</${p}sheets>`), (end) => end + namesXml(book, p));
}

function namesXml(book: Book, p: string): string {
  if (book.names.length === 0) return '';
  const names = book.names.flatMap(({ name, formula, visible, comment, sheet }) => {
    const index = sheet === undefined ? undefined : book.sheets.indexOf(sheet);
    if (index === -1) return [];
    const attributes = [
      ` name="${escapeXml(name)}"`,
      index === undefined ? '' : ` localSheetId="${String(index)}"`,
      visible ? '' : ' hidden="1"',
      comment === '' ? '' : ` comment="${escapeXml(comment)}"`,
    ];
    return [`<${p}definedName${attributes.join('')}>${escapeXml(formula.slice(1))}</${p}definedName>`];
  });
  return `<${p}definedNames>${names.join('')}</${p}definedNames>`;
}

/** A copy of a package that is being changed. */
class Draft {
  readonly parts: Map<string, Uint8Array | string>;

  constructor(
    readonly source: OfficePackage,
    readonly workbookPart: string,
  ) {
    this.parts = new Map(source.parts);
  }

  put(part: string, text: string): void {
    this.parts.set(part, text);
  }

  freePart(start: string, end: string): string {
    for (let number = 1; ; number += 1) {
      const name = `${start}${String(number)}${end}`;
      if (!this.parts.has(name)) return name;
    }
  }

  declare(part: string, type: string): void {
    const types = this.#text('[Content_Types].xml');
    const override = `<Override PartName="/${part}" ContentType="${type}"/>`;
    this.put(
      '[Content_Types].xml',
      types.replace(/<\/(?:\w+:)?Types>\s*$/, (end) => override + end),
    );
  }

  /** @returns the id of the new relationship */
  relate(from: string, type: string, to: string): string {
    const own = relationshipsOf(from);
    const before = this.parts.has(own)
      ? this.#text(own)
      : `${HEAD}<Relationships xmlns="${RELATIONSHIPS}"></Relationships>`;
    let id = '';
    for (let number = 1; id === '' || before.includes(`"${id}"`); number += 1) id = `rIdHost${String(number)}`;
    const target = posix.relative(posix.dirname(from), to);
    const added = `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
    this.put(
      own,
      before
        .replace(/<((?:\w+:)?Relationships)\b([^>]*?)\/>\s*$/, '<$1$2></$1>')
        .replace(/<\/(?:\w+:)?Relationships>\s*$/, (end) => added + end),
    );
    return id;
  }

  relationshipTo(from: string, part: string): string {
    return this.source.relationships(from).find(({ target }) => target === part)?.id ?? '';
  }

  /** Takes a part out, with what leads to it from the workbook. */
  remove(part: string): void {
    this.parts.delete(part);
    this.parts.delete(relationshipsOf(part));
    const id = this.relationshipTo(this.workbookPart, part);
    const own = relationshipsOf(this.workbookPart);
    const line = (text: string): string =>
      text.replaceAll(/<(?:\w+:)?Relationship\b[^>]*\/>/g, (one) => (id !== '' && one.includes(`"${id}"`) ? '' : one));
    this.put(own, line(this.#text(own)));
    const types = this.#text('[Content_Types].xml');
    const override = (text: string): string =>
      text.replaceAll(/<(?:\w+:)?Override\b[^>]*\/>/g, (one) => (one.includes(`"/${part}"`) ? '' : one));
    this.put('[Content_Types].xml', override(types));
  }

  /** The order of calculation is of no use once formulas changed; Excel makes it anew. */
  dropCalculationChain(): void {
    const chain = this.source.relationships(this.workbookPart).find(({ type }) => type === 'calcChain');
    if (chain !== undefined) this.remove(chain.target);
  }

  #text(part: string): string {
    const content = this.parts.get(part);
    if (content === undefined) throw new Error(`${part} is missing`);
    return typeof content === 'string' ? content : new TextDecoder().decode(content);
  }
}
