import { invalidArgument, itemNotFound } from '../../rich-api/failure.ts';
import {
  isRemoteObject,
  shown,
  textOf,
  type Argument,
  type RemoteObject,
  type RemoteType,
} from '../../rich-api/remote-type.ts';
import { OfficePackage } from '../../excel/xlsx/package.ts';
import { flatOpc, readFlatOpc } from '../docx/flat-opc.ts';
import { importContent } from '../docx/import-content.ts';
import { Parts } from '../docx/parts.ts';
import { readZip } from '../docx/read-zip.ts';
import { clear } from '../model/clear.ts';
import { controlsAround } from '../model/control.ts';
import { putControlAround } from '../model/controls-in-text.ts';
import { elementsIn, Extent, paragraphsIn, textOfExtent } from '../model/extent.ts';
import { insertBlocks } from '../model/insert-blocks.ts';
import { insertText, showHints, type InsertLocation, type Target } from '../model/insert-text.ts';
import { insertParagraph } from '../model/insert-paragraph.ts';
import { insertBreak } from '../model/insert-break.ts';
import { search } from '../model/search.ts';
import { setStyle, styleOf } from '../model/styles.ts';
import { commonAncestor, nearest } from '../tree/walk.ts';
import { body } from './body.ts';
import { contentControl, contentControls, isListed } from './content-control.ts';
import { font } from './font.ts';
import { paragraph, paragraphs } from './paragraph.ts';
import type { OfModel } from './places.ts';
import { range, ranges } from './range.ts';
import { optionsOf } from './search-options.ts';
import { table, tables } from './table.ts';

/** Where an object lets something be put in. */
export interface Locations {
  readonly text: readonly InsertLocation[];
  readonly paragraph: readonly InsertLocation[];
  /** Files, markup and tables. */
  readonly content: readonly InsertLocation[];
}

type Members<Self> = Required<Pick<RemoteType<Self>, 'read' | 'write' | 'open' | 'call'>>;

/** What bodies, ranges, paragraphs and content controls have in common: they are a text. */
export function textMembers<Self extends OfModel>(target: (self: Self) => Target, locations: Locations): Members<Self> {
  const inside = (self: Self): Extent => target(self).inside;
  const around = (self: Self): Extent => target(self).around;
  const outer = (self: Self, name: string) => {
    const { start, end } = around(self);
    return nearest(commonAncestor(start, end), name);
  };
  const insertContent = (self: Self, source: Parts, location: Argument, losesTag: boolean): RemoteObject => {
    const { model } = self;
    const place = oneOf(locations.content, location);
    const at = target(self);
    model.edit(at.inside.start.node);
    const blocks = importContent(model, source, model.stories.partOf(at.inside.start.node));
    return range({ model, extent: insertBlocks(model, at, blocks, place, losesTag) });
  };
  return {
    read: {
      Style: (self) => styleOf(self.model, inside(self)).name,
      StyleBuiltIn: (self) => styleOf(self.model, inside(self)).builtIn,
      Text: (self) => textOfExtent(inside(self)),
    },
    write: {
      Style: (self, value) => {
        setStyle(self.model, inside(self), textOf(value));
      },
      StyleBuiltIn: (self, value) => {
        setStyle(self.model, inside(self), textOf(value).replace(/^Heading/, 'heading '));
      },
    },
    open: {
      ContentControls: (self) =>
        contentControls({ model: self.model, list: () => elementsIn(inside(self), 'w:sdt').filter(isListed) }),
      Font: (self) => font({ model: self.model, extent: inside(self) }),
      Paragraphs: (self) => paragraphs({ model: self.model, list: () => paragraphsIn(inside(self)) }),
      ParentBody: (self) => {
        const { start, end } = around(self);
        const story = nearest(commonAncestor(start, end), 'w:body', 'w:tc', 'w:hdr', 'w:ftr');
        return body(story === undefined ? null : { model: self.model, element: story });
      },
      ParentContentControl: (self) => {
        const found = outer(self, 'w:sdt');
        if (found === undefined) throw itemNotFound('content control around');
        return contentControl({ model: self.model, element: found });
      },
      ParentContentControlOrNullObject: (self) => {
        const found = outer(self, 'w:sdt');
        return contentControl(found === undefined ? null : { model: self.model, element: found });
      },
      ParentTable: (self) => {
        const found = outer(self, 'w:tbl');
        if (found === undefined) throw itemNotFound('table around');
        return table({ model: self.model, element: found });
      },
      ParentTableOrNullObject: (self) => {
        const found = outer(self, 'w:tbl');
        return table(found === undefined ? null : { model: self.model, element: found });
      },
      Tables: (self) => tables({ model: self.model, list: () => elementsIn(inside(self), 'w:tbl') }),
    },
    call: {
      Clear: (self) => {
        const extent = inside(self);
        clear(self.model, extent);
        showHints(controlsAround(extent.start.node));
        return null;
      },
      GetOoxml: (self) => flatOpc(self.model, around(self), self.model.stories.partOf(around(self).start.node)),
      GetRange: (self, [location]) => range({ model: self.model, extent: part(target(self), location) }),
      InsertBreak: (self, [kind, location]) => {
        insertBreak(self.model, target(self), textOf(kind), oneOf(ALL, location));
        return null;
      },
      InsertContentControl: (self) =>
        contentControl({ model: self.model, element: putControlAround(self.model, around(self)) }),
      InsertFileFromBase64: (self, [base64, location]) =>
        insertContent(self, packageOf(textOf(base64)), location, true),
      InsertOoxml: (self, [xml, location]) => insertContent(self, markupOf(textOf(xml)), location, false),
      InsertParagraph: (self, [text, location]) => {
        const made = insertParagraph(self.model, target(self), textOf(text), oneOf(locations.paragraph, location));
        return paragraph({ model: self.model, element: made });
      },
      InsertText: (self, [text, location]) => {
        const extent = insertText(self.model, target(self), textOf(text), oneOf(locations.text, location));
        return range({ model: self.model, extent });
      },
      Search: (self, [text, options]) => {
        const { model } = self;
        const found = search(inside(self), textOf(text), optionsOf(isRemoteObject(options) ? options : undefined));
        return ranges({ model, list: () => found });
      },
      Select: (self, [mode]) => {
        const extent = inside(self);
        if (mode === 'Start') self.model.select(Extent.at(extent.start.copy()));
        else if (mode === 'End') self.model.select(Extent.at(extent.end.copy()));
        else self.model.select(extent);
        return null;
      },
    },
  };
}

const ALL: readonly InsertLocation[] = ['Replace', 'Start', 'End', 'Before', 'After'];

function oneOf(allowed: readonly InsertLocation[], location: Argument): InsertLocation {
  const found = allowed.find((one) => one === location);
  if (found === undefined) throw invalidArgument(`insertLocation ${shown(location)}`);
  return found;
}

function part(target: Target, location: Argument): Extent {
  const part = PARTS[location === undefined || location === null ? 'Whole' : textOf(location)];
  if (part === undefined) throw invalidArgument(`rangeLocation ${shown(location)}`);
  return part(target);
}

const PARTS: Readonly<Record<string, ((target: Target) => Extent) | undefined>> = {
  Start: ({ inside }) => Extent.at(inside.start.copy()),
  End: ({ inside }) => Extent.at(inside.end.copy()),
  Before: ({ around }) => Extent.at(around.start.copy()),
  After: ({ around }) => Extent.at(around.end.copy()),
  Content: ({ inside }) => inside.copy(),
  Whole: ({ around }) => around.copy(),
};

function packageOf(base64: string): Parts {
  if (!/^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(base64)) throw invalidArgument('base64File');
  let parts: ReadonlyMap<string, Uint8Array>;
  try {
    parts = readZip(Buffer.from(base64, 'base64'));
  } catch {
    throw invalidArgument('base64File: no document');
  }
  return new Parts(OfficePackage.of(parts));
}

function markupOf(xml: string): Parts {
  try {
    return readFlatOpc(xml);
  } catch (error) {
    throw invalidArgument(`ooxml: ${error instanceof Error ? error.message : ''}`);
  }
}
