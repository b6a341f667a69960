import { invalidArgument, itemNotFound } from '../../rich-api/failure.ts';
import { remoteType, shown, type Argument, type Maker, type RemoteObject } from '../../rich-api/remote-type.ts';
import type { XmlElement } from '../tree/xml-tree.ts';
import type { StoryKind, StoryType } from '../model/stories.ts';
import { body } from './body.ts';
import type { ListOf, OfElement } from './places.ts';

const TYPES: readonly StoryType[] = ['Primary', 'FirstPage', 'EvenPages'];

/** The API's Section, by its layout. Its body is the one of the document: a document of one section is meant. */
export const section: Maker<OfElement> = remoteType<OfElement>({
  name: 'Section',
  id: ({ model, element }) => model.keyOf(element),
  open: { Body: ({ model }) => body({ model, element: model.body }) },
  call: {
    GetFooter: (one, [type]) => story(one, 'footer', type),
    GetHeader: (one, [type]) => story(one, 'header', type),
    GetNext: (one) => {
      const element = next(one);
      if (element === undefined) throw itemNotFound('section');
      return section({ model: one.model, element });
    },
    GetNextOrNullObject: (one) => {
      const element = next(one);
      return section(element === undefined ? null : { model: one.model, element });
    },
  },
});

function story({ model, element }: OfElement, kind: StoryKind, type: Argument): RemoteObject {
  const found = TYPES.find((one) => one === type);
  if (found === undefined) throw invalidArgument(`type ${shown(type)}`);
  return body({ model, element: model.stories.story(element, kind, found) });
}

function next({ model, element }: OfElement): XmlElement | undefined {
  const { sections } = model.stories;
  return sections[sections.indexOf(element) + 1];
}

/** The API's SectionCollection. */
export const sections: Maker<ListOf<XmlElement>> = remoteType<ListOf<XmlElement>>({
  name: 'SectionCollection',
  items: ({ model, list }) => list().map((element) => section({ model, element })),
  call: {
    GetFirst: ({ model, list }) => {
      const [element] = list();
      if (element === undefined) throw itemNotFound('section');
      return section({ model, element });
    },
    GetFirstOrNullObject: ({ model, list }) => {
      const [element] = list();
      return section(element === undefined ? null : { model, element });
    },
    GetItem: ({ model, list }, [key]) => {
      const element = list().find((one) => model.keyOf(one) === Number(key));
      if (element === undefined) throw itemNotFound(`section ${shown(key)}`);
      return section({ model, element });
    },
  },
});
