import { invalidArgument, itemNotFound } from '../../rich-api/failure.ts';
import { isRemoteObject, type Maker, remoteType, textOf } from '../../rich-api/remote-type.ts';
import { parseArea, showArea } from '../model/area.ts';
import type { Book, DefinedName } from '../model/book.ts';
import { apiValue } from '../model/cell.ts';
import { sheetPrefix } from '../model/formula-text.ts';
import type { SheetModel } from '../model/sheet-model.ts';
import type { Place } from './place.ts';
import { range } from './range.ts';

interface Names {
  readonly book: Book;
  /** The names of one sheet; those of the workbook when absent. */
  readonly sheet?: SheetModel;
}

interface Named {
  readonly book: Book;
  readonly name: DefinedName;
}

/** The API's NamedItemCollection. */
export const namedItems: Maker<Names> = remoteType<Names>({
  name: 'NamedItemCollection',
  items: (names) => list(names).map((name) => namedItem({ book: names.book, name })),
  call: {
    Add: ({ book, sheet }, [name, reference, comment]) => {
      book.mayChange();
      const formula = isRemoteObject(reference) ? absolute(reference.self as Place) : textOf(reference);
      if (!/^[\p{L}_\\][\p{L}\p{N}_.]*$/u.test(textOf(name))) throw invalidArgument(`name ${textOf(name)}`);
      const added = {
        name: textOf(name),
        formula,
        visible: true,
        builtIn: false,
        comment: textOf(comment ?? ''),
        sheet,
      };
      book.names.push(added);
      book.forgetCalculation();
      return namedItem({ book, name: added });
    },
    GetCount: (names) => list(names).length,
    GetItem: (names, [name]) => {
      const found = find(names, name);
      if (found === undefined) throw itemNotFound(`name ${textOf(name)}`);
      return namedItem({ book: names.book, name: found });
    },
    GetItemOrNullObject: (names, [name]) => {
      const found = find(names, name);
      return namedItem(found === undefined ? null : { book: names.book, name: found });
    },
  },
});

const namedItem: Maker<Named> = remoteType<Named>({
  name: 'NamedItem',
  id: ({ name }) => name.name,
  read: {
    Comment: ({ name }) => name.comment,
    Formula: ({ name }) => name.formula,
    Name: ({ name }) => name.name,
    Scope: ({ name }) => (name.sheet === undefined ? 'Workbook' : 'Worksheet'),
    Type: (named) => (placeOf(named) === undefined ? 'String' : 'Range'),
    Value: ({ book, name }) => {
      const place = placeOf({ book, name });
      if (place !== undefined) return name.formula.slice(1);
      return apiValue(book.evaluate(name.formula));
    },
    Visible: ({ name }) => name.visible,
  },
  write: {
    Comment: ({ name }, value) => {
      name.comment = textOf(value);
    },
    Formula: ({ book, name }, value) => {
      name.formula = textOf(value);
      book.forgetCalculation();
    },
    Visible: ({ name }, value) => {
      name.visible = value === true;
    },
  },
  call: {
    Delete: ({ book, name }) => {
      book.names.splice(book.names.indexOf(name), 1);
      book.forgetCalculation();
      return null;
    },
    GetRange: (named) => {
      const place = placeOf(named);
      if (place === undefined) throw itemNotFound(`range of ${named.name.name}`);
      return range(place);
    },
    GetRangeOrNullObject: (named) => range(placeOf(named) ?? null),
  },
});

function list({ book, sheet }: Names): readonly DefinedName[] {
  return book.names.filter((name) => name.sheet === sheet && !name.builtIn);
}

function find(names: Names, key: unknown): DefinedName | undefined {
  return list(names).find(({ name }) => name.toLowerCase() === String(key).toLowerCase());
}

function absolute({ sheet, area }: Place): string {
  const address = showArea(area).replace(/[A-Z]+|\d+/g, (part) => `$${part}`);
  return `=${sheetPrefix(sheet.name)}!${address}`;
}

/** Where a name points, when it is an area of a sheet. */
function placeOf({ book, name }: Named): Place | undefined {
  const match = /^=(?:'((?:[^']|'')+)'|([^'!]+))!(\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?)$/.exec(name.formula);
  if (match === null) return undefined;
  const sheet = book.sheetNamed(match[1]?.replaceAll("''", "'") ?? match[2] ?? '');
  return sheet === undefined ? undefined : { book, sheet, area: parseArea(match[3] ?? 'A1') };
}
