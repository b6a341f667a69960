import { apiNotFound, itemNotFound } from '../../rich-api/failure.ts';
import {
  isRemoteObject,
  remoteType,
  shown,
  textOf,
  type Argument,
  type Maker,
  type RemoteObject,
} from '../../rich-api/remote-type.ts';
import { lineage } from '../tree/walk.ts';
import { remove, XmlElement } from '../tree/xml-tree.ts';
import { refill } from '../model/clear.ts';
import { contentOf } from '../model/control.ts';
import { Extent, textOfExtent } from '../model/extent.ts';
import { insertText } from '../model/insert-text.ts';
import { insertParagraph } from '../model/insert-paragraph.ts';
import { putControlAround } from '../model/controls-in-text.ts';
import { search } from '../model/search.ts';
import { body } from './body.ts';
import { contentControl } from './content-control.ts';
import { paragraph } from './paragraph.ts';
import { present, storyTarget, type ListOf, type OfElement } from './places.ts';
import { range, ranges } from './range.ts';
import { optionsOf } from './search-options.ts';

/** The rows of a table, or the cells of a row; a content control around one of them is looked through. */
function members(element: XmlElement, name: string): readonly XmlElement[] {
  return element.elements.flatMap((one) =>
    one.name === name ? [one] : one.name === 'w:sdt' ? members(contentOf(one), name) : [],
  );
}

function rowsOf(table: XmlElement): readonly XmlElement[] {
  return members(table, 'w:tr');
}

function cellsOf(row: XmlElement): readonly XmlElement[] {
  return members(row, 'w:tc');
}

function isHeader(row: XmlElement): boolean {
  return row.child('w:trPr')?.child('w:tblHeader') !== undefined;
}

function around({ element }: OfElement): Extent {
  return Extent.around(present(element, 'table'));
}

/** The API's Table. */
export const table: Maker<OfElement> = remoteType<OfElement>({
  name: 'Table',
  id: ({ model, element }) => model.keyOf(element),
  read: {
    HeaderRowCount: ({ element }) => {
      const rows = rowsOf(element);
      const first = rows.findIndex((row) => !isHeader(row));
      return first < 0 ? rows.length : first;
    },
    IsUniform: ({ element }) => new Set(rowsOf(element).map((row) => cellsOf(row).length)).size <= 1,
    NestingLevel: ({ element }) =>
      lineage(element).filter((one) => one instanceof XmlElement && one.name === 'w:tbl').length,
    RowCount: ({ element }) => rowsOf(element).length,
    Values: ({ element }) =>
      rowsOf(element).map((row) => cellsOf(row).map((cell) => textOfExtent(Extent.inside(cell)))),
  },
  open: { Rows: ({ model, element }) => rows({ model, list: () => rowsOf(element) }) },
  call: {
    Delete: ({ model, element }) => {
      const { parent } = present(element, 'table');
      model.edit(element);
      remove(element);
      if (parent !== undefined) refill(parent);
      return null;
    },
    GetCell: (one, [row, cell]) => {
      const element = cellAt(one, row, cell);
      if (element === undefined) throw itemNotFound(`cell ${shown(row)}, ${shown(cell)}`);
      return tableCell({ model: one.model, element });
    },
    GetCellOrNullObject: (one, [row, cell]) => {
      const element = cellAt(one, row, cell);
      return tableCell(element === undefined ? null : { model: one.model, element });
    },
    GetParagraphAfter: (one) => beside(one, true, true),
    GetParagraphAfterOrNullObject: (one) => beside(one, true, false),
    GetParagraphBefore: (one) => beside(one, false, true),
    GetParagraphBeforeOrNullObject: (one) => beside(one, false, false),
    GetRange: (one, [location]) => {
      if (location !== undefined && location !== null && location !== 'Whole')
        throw apiNotFound(`Table.GetRange ${shown(location)}`);
      return range({ model: one.model, extent: around(one) });
    },
    InsertContentControl: (one) =>
      contentControl({ model: one.model, element: putControlAround(one.model, around(one)) }),
    InsertParagraph: (one, [text, location]) => {
      const extent = around(one);
      const where = location === 'Before' ? 'Before' : 'After';
      const element = insertParagraph(one.model, { inside: extent, around: extent }, textOf(text), where);
      return paragraph({ model: one.model, element });
    },
    Search: (one, [text, options]) => {
      const found = search(around(one), textOf(text), optionsOf(isRemoteObject(options) ? options : undefined));
      return ranges({ model: one.model, list: () => found });
    },
    Select: (one) => {
      one.model.select(around(one));
      return null;
    },
  },
});

function cellAt({ element }: OfElement, row: Argument, cell: Argument): XmlElement | undefined {
  const found = rowsOf(present(element, 'table'))[Number(row)];
  return found === undefined ? undefined : cellsOf(found)[Number(cell)];
}

/** The paragraph right before or behind a table. */
function beside({ model, element }: OfElement, after: boolean, demanded: boolean): RemoteObject {
  const root = lineage(present(element, 'table')).at(-1);
  const all = root instanceof XmlElement ? root.all('w:p') : [];
  const own = element.all('w:p');
  const [first, last] = [own[0], own.at(-1)];
  const index = after ? all.findIndex((one) => one === last) + 1 : all.findIndex((one) => one === first) - 1;
  const found = all[index];
  if (found === undefined && demanded) throw itemNotFound('paragraph beside the table');
  return paragraph(found === undefined ? null : { model, element: found });
}

/** The API's TableCollection. */
export const tables: Maker<ListOf<XmlElement>> = collection('TableCollection', (one) => table(one));

const tableRow: Maker<OfElement> = remoteType<OfElement>({
  name: 'TableRow',
  id: ({ model, element }) => model.keyOf(element),
  read: {
    CellCount: ({ element }) => cellsOf(element).length,
    IsHeader: ({ element }) => isHeader(element),
    RowIndex: ({ element }) => {
      const of = element.above('w:tbl');
      return of === undefined ? -1 : rowsOf(of).indexOf(element);
    },
    Values: ({ element }) => [cellsOf(element).map((cell) => textOfExtent(Extent.inside(cell)))],
  },
  open: { Cells: ({ model, element }) => cells({ model, list: () => cellsOf(element) }) },
});

const tableCell: Maker<OfElement> = remoteType<OfElement>({
  name: 'TableCell',
  id: ({ model, element }) => model.keyOf(element),
  read: {
    CellIndex: ({ element }) => {
      const row = element.above('w:tr');
      return row === undefined ? -1 : cellsOf(row).indexOf(element);
    },
    RowIndex: ({ element }) => {
      const row = element.above('w:tr');
      const of = element.above('w:tbl');
      return row === undefined || of === undefined ? -1 : rowsOf(of).indexOf(row);
    },
    Value: (one) => textOfExtent(storyTarget(one).inside),
  },
  write: {
    Value: (one, value) => {
      insertText(one.model, storyTarget(one), textOf(value), 'Replace');
    },
  },
  open: { Body: (one) => body(one) },
});

const rows: Maker<ListOf<XmlElement>> = collection('TableRowCollection', (one) => tableRow(one));
const cells: Maker<ListOf<XmlElement>> = collection('TableCellCollection', (one) => tableCell(one));

function collection(name: string, make: (one: OfElement) => RemoteObject): Maker<ListOf<XmlElement>> {
  return remoteType<ListOf<XmlElement>>({
    name,
    items: ({ model, list }) => list().map((element) => make({ model, element })),
    call: {
      GetFirst: ({ model, list }) => {
        const [element] = list();
        if (element === undefined) throw itemNotFound(`first of ${name}`);
        return make({ model, element });
      },
      GetItem: ({ model, list }, [key]) => {
        const element = list().find((one) => model.keyOf(one) === Number(key));
        if (element === undefined) throw itemNotFound(`${name} ${shown(key)}`);
        return make({ model, element });
      },
    },
  });
}
