import type { CustomXmlPart, CustomXmlStore } from '../../custom-xml-store.ts';
import { namespaceOf } from '../../custom-xml-store.ts';
import { Failure, itemNotFound } from '../../rich-api/failure.ts';
import { type Maker, remoteType, textOf } from '../../rich-api/remote-type.ts';
import type { Book } from '../model/book.ts';

interface OnePart {
  readonly book: Book;
  readonly part: CustomXmlPart;
}

interface Parts {
  readonly book: Book;
  readonly namespace?: string;
}

function list({ book, namespace }: Parts): CustomXmlStore['parts'] {
  return namespace === undefined ? book.customXml.parts : book.customXml.inNamespace(namespace);
}

const customXmlPart: Maker<OnePart> = remoteType<OnePart>({
  name: 'CustomXmlPart',
  id: ({ part }) => part.id,
  read: { Id: ({ part }) => part.id, NamespaceUri: ({ part }) => namespaceOf(part.xml) },
  call: {
    Delete: ({ book, part }) => {
      book.mayChange();
      book.customXml.delete(part);
      return null;
    },
    GetXml: ({ part }) => part.xml,
    SetXml: ({ book, part }, [xml]) => {
      book.mayChange();
      part.xml = textOf(xml);
      return null;
    },
  },
});

const partsByNamespace: Maker<Parts> = remoteType<Parts>({
  name: 'CustomXmlPartScopedCollection',
  items: (parts) => list(parts).map((part) => customXmlPart({ book: parts.book, part })),
  call: {
    GetCount: (parts) => list(parts).length,
    GetItem: (parts, [id]) => {
      const part = list(parts).find((one) => one.id === id);
      if (part === undefined) throw itemNotFound(`custom XML part ${textOf(id)}`);
      return customXmlPart({ book: parts.book, part });
    },
    GetOnlyItem: (parts) => {
      const [part, ...more] = list(parts);
      if (part === undefined) throw itemNotFound('custom XML part');
      if (more.length > 0) throw new Failure('InvalidOperation', 'there is more than one custom XML part');
      return customXmlPart({ book: parts.book, part });
    },
    GetOnlyItemOrNullObject: (parts) => {
      const [part, ...more] = list(parts);
      return customXmlPart(part === undefined || more.length > 0 ? null : { book: parts.book, part });
    },
  },
});

/** The API's CustomXmlPartCollection. */
export const customXmlParts: Maker<Parts> = remoteType<Parts>({
  name: 'CustomXmlPartCollection',
  items: (parts) => list(parts).map((part) => customXmlPart({ book: parts.book, part })),
  call: {
    Add: ({ book }, [xml]) => {
      book.mayChange();
      return customXmlPart({ book, part: book.customXml.add(textOf(xml)) });
    },
    GetByNamespace: ({ book }, [namespace]) => partsByNamespace({ book, namespace: textOf(namespace) }),
    GetCount: (parts) => list(parts).length,
    GetItem: ({ book }, [id]) => {
      const part = book.customXml.find(textOf(id));
      if (part === undefined) throw itemNotFound(`custom XML part ${textOf(id)}`);
      return customXmlPart({ book, part });
    },
    GetItemOrNullObject: ({ book }, [id]) => {
      const part = book.customXml.find(textOf(id));
      return customXmlPart(part === undefined ? null : { book, part });
    },
  },
});
