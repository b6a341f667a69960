import { itemNotFound } from '../../rich-api/failure.ts';
import { remoteType, type Maker } from '../../rich-api/remote-type.ts';
import { storyTarget, type OfElement } from './places.ts';
import { section } from './section.ts';
import { textMembers } from './text-members.ts';

const TYPES: Readonly<Record<string, string>> = {
  'w:body': 'MainDoc',
  'w:hdr': 'Header',
  'w:ftr': 'Footer',
  'w:tc': 'TableCell',
};

const text = textMembers<OfElement>(storyTarget, {
  text: ['Replace', 'Start', 'End'],
  paragraph: ['Start', 'End'],
  content: ['Replace', 'Start', 'End'],
});

/** The API's Body: the text of the document, of a header, a footer or a cell. */
export const body: Maker<OfElement> = remoteType<OfElement>({
  name: 'Body',
  read: { ...text.read, Type: ({ element }) => TYPES[element.name] ?? 'Unknown' },
  write: text.write,
  open: {
    ...text.open,
    ParentSection: ({ model }) => {
      const [first] = model.stories.sections;
      if (first === undefined) throw itemNotFound('section');
      return section({ model, element: first });
    },
  },
  call: text.call,
});
