import { type Maker, remoteType } from '../../rich-api/remote-type.ts';
import { cellsOf, showArea } from '../model/area.ts';
import { sheetPrefix } from '../model/formula-text.ts';
import type { Places } from './place.ts';
import { range } from './range.ts';
import { worksheet } from './worksheet.ts';

/** The API's RangeAreas. */
export const rangeAreas: Maker<Places> = remoteType<Places>({
  name: 'RangeAreas',
  read: {
    Address: ({ sheet, areas }) => areas.map((area) => `${sheetPrefix(sheet.name)}!${showArea(area)}`).join(','),
    AreaCount: ({ areas }) => areas.length,
    CellCount: ({ areas }) => areas.reduce((sum, area) => sum + cellsOf(area), 0),
  },
  open: {
    Areas: (places) => rangeCollection(places),
    Worksheet: (places) => worksheet(places),
  },
});

const rangeCollection: Maker<Places> = remoteType<Places>({
  name: 'RangeCollection',
  items: ({ book, sheet, areas }) => areas.map((area) => range({ book, sheet, area })),
  call: {
    GetCount: ({ areas }) => areas.length,
    GetItemAt: ({ book, sheet, areas }, [index]) => {
      const area = areas[Number(index)];
      return range(area === undefined ? null : { book, sheet, area });
    },
  },
});
