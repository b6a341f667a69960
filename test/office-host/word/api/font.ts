import { remoteType, shown, type Json, type Maker } from '../../rich-api/remote-type.ts';
import { nearest } from '../tree/walk.ts';
import { XmlElement } from '../tree/xml-tree.ts';
import { elementsIn, type Extent } from '../model/extent.ts';
import { placeOf } from '../model/places.ts';
import type { OfExtent } from './places.ts';

/** The colours of the marker, as the API and the file name them. */
const MARKERS: Readonly<Record<string, string>> = {
  '#FFFF00': 'yellow',
  '#00FF00': 'green',
  '#00FFFF': 'cyan',
  '#FF00FF': 'magenta',
  '#FF0000': 'red',
  '#0000FF': 'blue',
  '#C0C0C0': 'lightGray',
};

/** The order of the schema, of those that are set here. */
const ORDER = ['w:rStyle', 'w:rFonts', 'w:b', 'w:bCs', 'w:i', 'w:iCs', 'w:color', 'w:sz', 'w:szCs', 'w:highlight'];

/** The API's Font: what the runs of a text say themselves. What a style says is not shown. */
export const font: Maker<OfExtent> = remoteType<OfExtent>({
  name: 'Font',
  read: {
    Bold: ({ extent }) => same(extent, 'w:b', (one) => one !== undefined && one.get('w:val') !== '0') ?? null,
    Color: ({ extent }) => same(extent, 'w:color', (one) => `#${one?.get('w:val') ?? '000000'}`) ?? '',
    HighlightColor: ({ extent }) => same(extent, 'w:highlight', (one) => markerOf(one?.get('w:val'))) ?? '',
    Italic: ({ extent }) => same(extent, 'w:i', (one) => one !== undefined && one.get('w:val') !== '0') ?? null,
    Name: ({ extent }) => same(extent, 'w:rFonts', (one) => one?.get('w:eastAsia') ?? one?.get('w:ascii') ?? '') ?? '',
    Size: ({ extent }) => same(extent, 'w:sz', (one) => Number(one?.get('w:val') ?? 0) / 2) ?? null,
  },
  write: {
    Bold: (one, value) => {
      set(one, 'w:b', value === true ? {} : { 'w:val': '0' });
    },
    Color: (one, value) => {
      set(one, 'w:color', { 'w:val': shown(value).replace('#', '') });
    },
    HighlightColor: (one, value) => {
      const name = MARKERS[shown(value).toUpperCase()];
      set(one, 'w:highlight', name === undefined ? undefined : { 'w:val': name });
    },
    Italic: (one, value) => {
      set(one, 'w:i', value === true ? {} : { 'w:val': '0' });
    },
    Name: (one, value) => {
      const name = shown(value);
      set(one, 'w:rFonts', { 'w:ascii': name, 'w:hAnsi': name, 'w:eastAsia': name });
    },
    Size: (one, value) => {
      set(one, 'w:sz', { 'w:val': String(Math.round(Number(value) * 2)) });
    },
  },
});

function markerOf(name: string | undefined): string | null {
  return Object.keys(MARKERS).find((key) => MARKERS[key] === name) ?? null;
}

function runsOf(extent: Extent): readonly XmlElement[] {
  const own = nearest(extent.start.node, 'w:r');
  const inside = elementsIn(extent, 'w:r');
  return inside.length > 0 || own === undefined ? inside : [own];
}

/** What all runs have in common; undefined when they differ. */
function same<Value extends Json>(
  extent: Extent,
  name: string,
  read: (element: XmlElement | undefined) => Value,
): Value | undefined {
  const values = new Set(runsOf(extent).map((run) => read(run.child('w:rPr')?.child(name))));
  return values.size === 1 ? [...values][0] : values.size === 0 ? read(undefined) : undefined;
}

function set(
  { model, extent }: OfExtent,
  name: string,
  attributes: Readonly<Record<string, string>> | undefined,
): void {
  model.edit(extent.start.node);
  if (nearest(extent.end.node, 'w:p') !== undefined) placeOf(extent.end, 'end');
  if (nearest(extent.start.node, 'w:p') !== undefined) placeOf(extent.start, 'start');
  for (const run of runsOf(extent)) {
    const look = run.ensure('w:rPr');
    const found = look.child(name);
    if (found !== undefined) look.children.splice(look.children.indexOf(found), 1);
    if (attributes === undefined) continue;
    const place = look.elements.findIndex((one) => ORDER.indexOf(one.name) > ORDER.indexOf(name));
    look.insert(place < 0 ? look.length : place, new XmlElement(name, attributes));
  }
}
