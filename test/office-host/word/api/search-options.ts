import { apiNotFound } from '../../rich-api/failure.ts';
import { remoteType, type Maker, type RemoteObject } from '../../rich-api/remote-type.ts';
import type { SearchOptions } from '../model/search.ts';

type Options = { -readonly [Key in keyof SearchOptions]: SearchOptions[Key] };

/** The API's SearchOptions. Those that are not played are refused when they are set. */
export const searchOptions: Maker<Options> = remoteType<Options>({
  name: 'SearchOptions',
  read: { MatchCase: ({ matchCase }) => matchCase, MatchWholeWord: ({ matchWholeWord }) => matchWholeWord },
  write: {
    MatchCase: (options, value) => {
      options.matchCase = value === true;
    },
    MatchWholeWord: (options, value) => {
      options.matchWholeWord = value === true;
    },
    ...Object.fromEntries(
      ['IgnorePunct', 'IgnoreSpace', 'MatchPrefix', 'MatchSuffix', 'MatchWildcards'].map((name) => [
        name,
        (_options: Options, value: unknown) => {
          if (value === true) throw apiNotFound(`SearchOptions.${name}`);
        },
      ]),
    ),
  },
});

export function newSearchOptions(): RemoteObject {
  return searchOptions({ matchCase: false, matchWholeWord: false });
}

export function optionsOf(object: RemoteObject | undefined): SearchOptions {
  return (object?.self as SearchOptions | undefined) ?? { matchCase: false, matchWholeWord: false };
}
