import { remoteType, textOf, type Json, type Maker } from '../../rich-api/remote-type.ts';
import type { OnSheet } from './place.ts';

const PROPERTIES = [
  'CenterHorizontally',
  'CenterVertically',
  'Orientation',
  'PaperSize',
  'PrintGridlines',
  'PrintHeadings',
  'Zoom',
];

/** The API's PageLayout: what was set is remembered, and neither printed nor saved. */
export const pageLayout: Maker<OnSheet> = remoteType<OnSheet>({
  name: 'PageLayout',
  read: Object.fromEntries(PROPERTIES.map((name) => [name, ({ sheet }: OnSheet): Json => sheet.page.get(name)])),
  write: Object.fromEntries(
    PROPERTIES.map((name) => [
      name,
      ({ book, sheet }: OnSheet, value: Json): void => {
        book.mayChange();
        sheet.page.set(name, value);
      },
    ]),
  ),
  call: {
    SetPrintArea: () => null,
    SetPrintTitleColumns: () => null,
    SetPrintTitleRows: ({ book, sheet }, [rows]) => {
      book.mayChange();
      sheet.page.set('PrintTitleRows', textOf(rows));
      return null;
    },
  },
});
