import { invalidArgument, itemNotFound } from '../../rich-api/failure.ts';
import { isRemoteObject, type Maker, remoteType, textOf } from '../../rich-api/remote-type.ts';
import { showArea } from '../model/area.ts';
import type { SheetModel } from '../model/sheet-model.ts';
import type { OnSheet, Place } from './place.ts';

type ChartModel = SheetModel['charts'][number];

/** The API's ChartCollection: charts are remembered with their source, and neither drawn nor saved. */
export const chartCollection: Maker<OnSheet> = remoteType<OnSheet>({
  name: 'ChartCollection',
  read: { Count: ({ sheet }) => sheet.charts.length },
  items: ({ sheet }) => sheet.charts.map((one) => chart(one)),
  call: {
    Add: ({ book, sheet }, [type, source]) => {
      book.mayChange();
      if (!isRemoteObject(source)) throw invalidArgument('source of the chart');
      const { area, sheet: from } = source.self as Place;
      const added = {
        name: `图表 ${String(sheet.charts.length + 1)}`,
        title: '',
        chartType: textOf(type),
        source: `${from.name}!${showArea(area)}`,
      };
      sheet.charts.push(added);
      return chart(added);
    },
    GetCount: ({ sheet }) => sheet.charts.length,
    GetItem: ({ sheet }, [name]) => {
      const found = sheet.charts.find((one) => one.name === name);
      if (found === undefined) throw itemNotFound(`chart ${textOf(name)}`);
      return chart(found);
    },
    GetItemOrNullObject: ({ sheet }, [name]) => chart(sheet.charts.find((one) => one.name === name) ?? null),
  },
});

const chart: Maker<ChartModel> = remoteType<ChartModel>({
  name: 'Chart',
  id: ({ name }) => name,
  read: { ChartType: ({ chartType }) => chartType, Id: ({ name }) => name, Name: ({ name }) => name },
  write: {
    Height: () => undefined,
    Left: () => undefined,
    Name: (model, value) => {
      model.name = textOf(value);
    },
    Top: () => undefined,
    Width: () => undefined,
  },
  open: { Title: (model) => chartTitle(model) },
  call: { SetPosition: () => null },
});

const chartTitle: Maker<ChartModel> = remoteType<ChartModel>({
  name: 'ChartTitle',
  read: { Text: ({ title }) => title, Visible: ({ title }) => title !== '' },
  write: {
    Text: (model, value) => {
      model.title = textOf(value);
    },
    Visible: () => undefined,
  },
});
