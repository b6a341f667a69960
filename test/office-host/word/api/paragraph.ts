import { itemNotFound } from '../../rich-api/failure.ts';
import { remoteType, shown, type Argument, type Maker, type RemoteObject } from '../../rich-api/remote-type.ts';
import { lineage } from '../tree/walk.ts';
import { XmlElement } from '../tree/xml-tree.ts';
import { clear } from '../model/clear.ts';
import { listOf } from '../model/styles.ts';
import { isPresent, paragraphTarget, type ListOf, type OfElement } from './places.ts';
import { textMembers } from './text-members.ts';

const text = textMembers<OfElement>(paragraphTarget, {
  text: ['Replace', 'Start', 'End'],
  paragraph: ['Before', 'After'],
  content: ['Replace', 'Start', 'End'],
});

/** The API's Paragraph. */
export const paragraph: Maker<OfElement> = remoteType<OfElement>({
  name: 'Paragraph',
  id: ({ model, element }) => model.keyOf(element),
  read: {
    ...text.read,
    Alignment: ({ element }) => ALIGNMENTS[element.child('w:pPr')?.child('w:jc')?.get('w:val') ?? ''] ?? 'Left',
    IsLastParagraph: (one) => beside(one, 1) === undefined,
    IsListItem: ({ model, element }) => listOf(model, element) !== undefined,
    OutlineLevel: ({ element }) => Number(element.child('w:pPr')?.child('w:outlineLvl')?.get('w:val') ?? 9) + 1,
    TableNestingLevel: ({ element }) =>
      lineage(element).filter((one) => one instanceof XmlElement && one.name === 'w:tbl').length,
  },
  write: {
    ...text.write,
    Alignment: ({ model, element }, value) => {
      model.edit(element);
      const name = Object.keys(ALIGNMENTS).find((key) => ALIGNMENTS[key] === value) ?? 'left';
      const properties = element.ensure('w:pPr');
      const found = properties.child('w:jc');
      if (found !== undefined) found.set('w:val', name);
      else properties.append(new XmlElement('w:jc', { 'w:val': name }));
    },
  },
  open: text.open,
  call: {
    ...text.call,
    Delete: ({ model, element }) => {
      clear(model, paragraphTarget({ model, element }).around);
      return null;
    },
    GetNext: (one) => demanded(one, 1),
    GetNextOrNullObject: (one) => optional(one, 1),
    GetPrevious: (one) => demanded(one, -1),
    GetPreviousOrNullObject: (one) => optional(one, -1),
  },
});

const ALIGNMENTS: Readonly<Record<string, string>> = {
  left: 'Left',
  center: 'Centered',
  right: 'Right',
  both: 'Justified',
};

/** The paragraph before or behind, within the story. */
function beside({ element }: OfElement, step: 1 | -1): XmlElement | undefined {
  const root = lineage(element).at(-1);
  const all = root instanceof XmlElement ? root.all('w:p') : [];
  return all[all.indexOf(element) + step];
}

function demanded(one: OfElement, step: 1 | -1): RemoteObject {
  if (!isPresent(one.element)) throw itemNotFound('paragraph');
  const element = beside(one, step);
  if (element === undefined) throw itemNotFound('paragraph');
  return paragraph({ model: one.model, element });
}

function optional(one: OfElement, step: 1 | -1): RemoteObject {
  if (!isPresent(one.element)) throw itemNotFound('paragraph');
  const element = beside(one, step);
  return paragraph(element === undefined ? null : { model: one.model, element });
}

/** The API's ParagraphCollection. */
export const paragraphs: Maker<ListOf<XmlElement>> = remoteType<ListOf<XmlElement>>({
  name: 'ParagraphCollection',
  items: ({ model, list }) => list().map((element) => paragraph({ model, element })),
  call: {
    GetFirst: (all) => at(all, 0),
    GetFirstOrNullObject: (all) => atOrNull(all, 0),
    GetItem: ({ model, list }, [key]: readonly Argument[]) => {
      const element = list().find((one) => model.keyOf(one) === Number(key));
      if (element === undefined) throw itemNotFound(`paragraph ${shown(key)}`);
      return paragraph({ model, element });
    },
    GetLast: (all) => at(all, -1),
    GetLastOrNullObject: (all) => atOrNull(all, -1),
  },
});

function at({ model, list }: ListOf<XmlElement>, index: number): RemoteObject {
  const element = list().at(index);
  if (element === undefined) throw itemNotFound('paragraph');
  return paragraph({ model, element });
}

function atOrNull({ model, list }: ListOf<XmlElement>, index: number): RemoteObject {
  const element = list().at(index);
  return paragraph(element === undefined ? null : { model, element });
}
