import { itemNotFound } from '../../rich-api/failure.ts';
import {
  remoteType,
  shown,
  textOf,
  type Argument,
  type Json,
  type Maker,
  type RemoteObject,
} from '../../rich-api/remote-type.ts';
import type { XmlElement } from '../tree/xml-tree.ts';
import { idOf, isInline, locksOf, property, setLocks, setProperty, type Control } from '../model/control.ts';
import { removeControl } from '../model/controls-in-text.ts';
import { showsPlaceholder, textOfExtent } from '../model/extent.ts';
import { controlTarget, present, type ListOf, type OfElement } from './places.ts';
import { textMembers } from './text-members.ts';

/** The kinds of controls that WordApi 1.3 does not list. */
const OTHER_KINDS = new Set([
  'w:text',
  'w:comboBox',
  'w:dropDownList',
  'w:date',
  'w:picture',
  'w:docPartObj',
  'w:docPartList',
  'w:equation',
  'w:citation',
  'w:bibliography',
  'w:group',
  'w14:checkbox',
  'w15:repeatingSection',
  'w15:repeatingSectionItem',
]);

/** True for rich text controls: up to WordApi 1.3 no other kind is listed. */
export function isListed(control: Control): boolean {
  return !(control.child('w:sdtPr')?.elements ?? []).some(({ name }) => OTHER_KINDS.has(name));
}

const APPEARANCES: Readonly<Record<string, string>> = { boundingBox: 'BoundingBox', tags: 'Tags', hidden: 'Hidden' };

const text = textMembers<OfElement>(controlTarget, {
  text: ['Replace', 'Start', 'End'],
  paragraph: ['Start', 'End', 'Before', 'After'],
  content: ['Replace', 'Start', 'End'],
});

function set(name: string): (self: OfElement, value: Json) => void {
  return ({ model, element }, value) => {
    edit({ model, element });
    setProperty(element, name, textOf(value));
  };
}

/** What a control is may be changed while its content may not. */
function edit({ model, element }: OfElement): void {
  present(element, 'content control');
  if (element.parent !== undefined) model.edit(element.parent);
}

/** The API's ContentControl. */
export const contentControl: Maker<OfElement> = remoteType<OfElement>({
  name: 'ContentControl',
  id: ({ element }) => idOf(present(element, 'content control')),
  read: {
    ...text.read,
    Appearance: ({ element }) => APPEARANCES[property(element, 'w15:appearance') ?? ''] ?? 'BoundingBox',
    CannotDelete: ({ element }) => locksOf(element).control,
    CannotEdit: ({ element }) => locksOf(element).content,
    Color: ({ element }) => `#${property(element, 'w15:color') ?? '000000'}`,
    Id: ({ element }) => idOf(present(element, 'content control')),
    PlaceholderText: () => '',
    RemoveWhenEdited: ({ element }) => element.child('w:sdtPr')?.child('w:temporary') !== undefined,
    Subtype: ({ element }) => (isInline(element) ? 'RichTextInline' : 'RichTextParagraphs'),
    Tag: ({ element }) => property(present(element, 'content control'), 'w:tag') ?? '',
    Text: (self) =>
      showsPlaceholder(present(self.element, 'content control')) ? '' : textOfExtent(controlTarget(self).inside),
    Title: ({ element }) => property(present(element, 'content control'), 'w:alias') ?? '',
    Type: () => 'RichText',
  },
  write: {
    ...text.write,
    Appearance: (self, value) => {
      edit(self);
      const found = Object.keys(APPEARANCES).find((key) => APPEARANCES[key] === value);
      declareWord15(self.model.root);
      setProperty(self.element, 'w15:appearance', found);
    },
    CannotDelete: (self, value) => {
      edit(self);
      setLocks(self.element, { ...locksOf(self.element), control: value === true });
    },
    CannotEdit: (self, value) => {
      edit(self);
      setLocks(self.element, { ...locksOf(self.element), content: value === true });
    },
    Color: (self, value) => {
      edit(self);
      declareWord15(self.model.root);
      setProperty(self.element, 'w15:color', textOf(value).replace('#', ''));
    },
    Tag: set('w:tag'),
    Title: set('w:alias'),
  },
  open: text.open,
  call: {
    ...text.call,
    Delete: ({ model, element }, [keepContent]) => {
      removeControl(model, present(element, 'content control'), keepContent === true);
      return null;
    },
  },
});

const WORD_15 = 'http://schemas.microsoft.com/office/word/2012/wordml';
const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

function declareWord15(root: XmlElement): void {
  root.set('xmlns:w15', WORD_15).set('xmlns:mc', COMPATIBILITY);
  const ignorable = (root.get('mc:Ignorable') ?? '').split(' ').filter((one) => one !== '');
  if (!ignorable.includes('w15')) root.set('mc:Ignorable', [...ignorable, 'w15'].join(' '));
}

/** The API's ContentControlCollection. */
export const contentControls: Maker<ListOf<Control>> = remoteType<ListOf<Control>>({
  name: 'ContentControlCollection',
  items: ({ model, list }) => list().map((element) => contentControl({ model, element })),
  call: {
    GetById: (all, [id]) => demanded(all, byId(all, id), `content control ${shown(id)}`),
    GetByIdOrNullObject: (all, [id]) => optional(all, byId(all, id)),
    GetByTag: ({ model, list }, [tag]) =>
      contentControls({ model, list: () => list().filter((one) => (property(one, 'w:tag') ?? '') === tag) }),
    GetByTitle: ({ model, list }, [title]) =>
      contentControls({ model, list: () => list().filter((one) => (property(one, 'w:alias') ?? '') === title) }),
    GetFirst: (all) => demanded(all, all.list()[0], 'first content control'),
    GetFirstOrNullObject: (all) => optional(all, all.list()[0]),
    GetItem: (all, [id]) => demanded(all, byId(all, id), `content control ${shown(id)}`),
  },
});

function byId({ list }: ListOf<Control>, id: Argument): Control | undefined {
  return list().find((control) => idOf(control) === Number(id));
}

function demanded({ model }: ListOf<Control>, element: Control | undefined, what: string): RemoteObject {
  if (element === undefined) throw itemNotFound(what);
  return contentControl({ model, element });
}

function optional({ model }: ListOf<Control>, element: Control | undefined): RemoteObject {
  return contentControl(element === undefined ? null : { model, element });
}
