import { itemNotFound } from '../../rich-api/failure.ts';
import { type Json, type Maker, remoteType, textOf } from '../../rich-api/remote-type.ts';
import type { Book } from '../model/book.ts';

interface OneSetting {
  readonly book: Book;
  readonly key: string;
}

/** The API's SettingCollection: the same settings as those of the Common API. */
export const settings: Maker<{ readonly book: Book }> = remoteType<{ readonly book: Book }>({
  name: 'SettingCollection',
  items: ({ book }) => [...book.settings.values.keys()].map((key) => setting({ book, key })),
  call: {
    Add: ({ book }, [key, value]) => {
      book.mayChange();
      book.settings.set(textOf(key), JSON.stringify(value));
      return setting({ book, key: textOf(key) });
    },
    GetCount: ({ book }) => book.settings.values.size,
    GetItem: ({ book }, [key]) => {
      if (!book.settings.values.has(textOf(key))) throw itemNotFound(`setting ${textOf(key)}`);
      return setting({ book, key: textOf(key) });
    },
    GetItemOrNullObject: ({ book }, [key]) =>
      setting(book.settings.values.has(textOf(key)) ? { book, key: textOf(key) } : null),
    _RegisterSettingsChangedEvent: () => null,
    _UnregisterSettingsChangedEvent: () => null,
  },
});

const setting: Maker<OneSetting> = remoteType<OneSetting>({
  name: 'Setting',
  id: ({ key }) => key,
  read: {
    Id: ({ key }) => key,
    Key: ({ key }) => key,
    Value: ({ book, key }) => JSON.parse(book.settings.values.get(key) ?? 'null') as Json,
    _Id: ({ key }) => key,
  },
  write: {
    Value: ({ book, key }, value) => {
      book.settings.set(key, JSON.stringify(value));
    },
  },
  call: {
    Delete: ({ book, key }) => {
      book.settings.delete(key);
      return null;
    },
  },
});
