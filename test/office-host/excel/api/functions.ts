import {
  type Argument,
  isRemoteObject,
  type Json,
  type Maker,
  type RemoteObject,
  remoteType,
  textOf,
} from '../../rich-api/remote-type.ts';
import { showArea } from '../model/area.ts';
import type { Book } from '../model/book.ts';
import { apiValue, isError } from '../model/cell.ts';
import { sheetPrefix } from '../model/formula-text.ts';
import type { Place } from './place.ts';

/** A worksheet function that was called without a cell. */
interface Call {
  readonly book: Book;
  readonly formula: string;
}

const NAMES = [
  'Date',
  'DateValue',
  'Sum',
  'SumIf',
  'SumIfs',
  'Round',
  'CountA',
  'Count',
  'Average',
  'Max',
  'Min',
  'VLookup',
  'Year',
  'Month',
  'Day',
  'Text',
];

/** The API's Functions: some of them, worked out by the engine of the tests. */
export const functions: Maker<{ readonly book: Book }> = remoteType<{ readonly book: Book }>({
  name: 'Functions',
  call: Object.fromEntries(
    NAMES.map((name) => [
      name,
      ({ book }: { readonly book: Book }, args: readonly Argument[]): RemoteObject =>
        functionResult({ book, formula: `=${name.toUpperCase()}(${args.flatMap(argumentTexts).join(',')})` }),
    ]),
  ),
});

const functionResult: Maker<Call> = remoteType<Call>({
  name: 'FunctionResult',
  read: {
    Error: ({ book, formula }): Json => {
      const value = book.evaluate(formula);
      return isError(value) ? value.error : null;
    },
    Value: ({ book, formula }) => apiValue(book.evaluate(formula)),
  },
});

function argumentTexts(argument: Argument): readonly string[] {
  if (isRemoteObject(argument)) {
    const { sheet, area } = argument.self as Place;
    return [`${sheetPrefix(sheet.name)}!${showArea(area)}`];
  }
  if (Array.isArray(argument)) return (argument as readonly Argument[]).flatMap(argumentTexts);
  return [typeof argument === 'string' ? `"${argument.replaceAll('"', '""')}"` : textOf(argument)];
}
