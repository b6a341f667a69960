import { invalidArgument, itemNotFound } from '../../rich-api/failure.ts';
import {
  isRemoteObject,
  remoteType,
  shown,
  type Argument,
  type Maker,
  type RemoteObject,
} from '../../rich-api/remote-type.ts';
import { comparePoints } from '../tree/walk.ts';
import { clear } from '../model/clear.ts';
import { controlsAround } from '../model/control.ts';
import { Extent, textOfExtent } from '../model/extent.ts';
import { showHints } from '../model/insert-text.ts';
import { rangeTarget, type ListOf, type OfExtent } from './places.ts';
import { textMembers } from './text-members.ts';

const EVERYWHERE = ['Replace', 'Start', 'End', 'Before', 'After'] as const;

const text = textMembers<OfExtent>(rangeTarget, {
  text: EVERYWHERE,
  paragraph: ['Before', 'After'],
  content: EVERYWHERE,
});

/** The API's Range. */
export const range: Maker<OfExtent> = remoteType<OfExtent>({
  name: 'Range',
  read: { ...text.read, Hyperlink: () => '', IsEmpty: ({ extent }) => textOfExtent(extent) === '' },
  write: text.write,
  open: text.open,
  call: {
    ...text.call,
    CompareLocationWith: ({ extent }, [other]) => relation(extent, extentIn(other)),
    Delete: ({ model, extent }) => {
      clear(model, extent);
      showHints(controlsAround(extent.start.node));
      return null;
    },
    ExpandTo: ({ model, extent }, [other]) => range({ model, extent: together(extent, extentIn(other)) }),
    ExpandToOrNullObject: ({ model, extent }, [other]) => range({ model, extent: together(extent, extentIn(other)) }),
    IntersectWith: ({ model, extent }, [other]) => {
      const found = intersection(extent, extentIn(other));
      if (found === undefined) throw itemNotFound('intersection');
      return range({ model, extent: found });
    },
    IntersectWithOrNullObject: ({ model, extent }, [other]) => {
      const found = intersection(extent, extentIn(other));
      return range(found === undefined ? null : { model, extent: found });
    },
  },
});

/** The API's RangeCollection: what a search found. */
export const ranges: Maker<ListOf<Extent>> = remoteType<ListOf<Extent>>({
  name: 'RangeCollection',
  items: ({ model, list }) => list().map((extent) => range({ model, extent })),
  call: {
    GetFirst: ({ model, list }) => {
      const [first] = list();
      if (first === undefined) throw itemNotFound('first range');
      return range({ model, extent: first });
    },
    GetFirstOrNullObject: ({ model, list }) => {
      const [first] = list();
      return range(first === undefined ? null : { model, extent: first });
    },
    GetItem: ({ model, list }, [index]) => itemAt(model, list(), index),
    GetItemAt: ({ model, list }, [index]) => itemAt(model, list(), index),
  },
});

function itemAt(model: OfExtent['model'], all: readonly Extent[], index: Argument): RemoteObject {
  const extent = all[Number(index)];
  if (extent === undefined) throw itemNotFound(`range ${shown(index)}`);
  return range({ model, extent });
}

function extentIn(argument: Argument): Extent {
  const self = isRemoteObject(argument) ? (argument.self as Partial<OfExtent> | null) : null;
  if (self?.extent === undefined) throw invalidArgument('range');
  return self.extent;
}

function together(one: Extent, other: Extent): Extent {
  const start = comparePoints(one.start, other.start) <= 0 ? one.start : other.start;
  const end = comparePoints(one.end, other.end) >= 0 ? one.end : other.end;
  return new Extent(start.copy(), end.copy());
}

function intersection(one: Extent, other: Extent): Extent | undefined {
  const start = comparePoints(one.start, other.start) >= 0 ? one.start : other.start;
  const end = comparePoints(one.end, other.end) <= 0 ? one.end : other.end;
  return comparePoints(start, end) > 0 ? undefined : new Extent(start.copy(), end.copy());
}

/** Where an extent lies, seen from another one. */
function relation(one: Extent, other: Extent): string {
  const starts = comparePoints(one.start, other.start);
  const ends = comparePoints(one.end, other.end);
  if (starts === 0 && ends === 0) return 'Equal';
  if (comparePoints(one.end, other.start) === 0) return 'AdjacentBefore';
  if (comparePoints(one.start, other.end) === 0) return 'AdjacentAfter';
  if (comparePoints(one.end, other.start) < 0) return 'Before';
  if (comparePoints(one.start, other.end) > 0) return 'After';
  if (starts === 0) return ends < 0 ? 'InsideStart' : 'ContainsStart';
  if (ends === 0) return starts > 0 ? 'InsideEnd' : 'ContainsEnd';
  if (starts > 0 && ends < 0) return 'Inside';
  if (starts < 0 && ends > 0) return 'Contains';
  return starts < 0 ? 'OverlapsBefore' : 'OverlapsAfter';
}
