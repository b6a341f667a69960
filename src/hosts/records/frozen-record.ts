import type { FrozenControl } from '../../core/links/frozen.ts';
import { childrenOf } from '../xml/xml-tree.ts';
import { decodeXString } from '../xml/xstring.ts';
import { recordXml, type RecordKind } from './record.ts';

/** The record of the controls that 定稿 took away; empty when the document is not final. */
export const FROZEN: RecordKind<readonly FrozenControl[]> = {
  namespace: 'urn:jixiao:frozen:1',
  root: 'frozen',
  storeId: '{E4D90A7B-52C6-4F38-A1B7-0C8E3D6F9A14}',
  none: [],
  read: (root) =>
    childrenOf(root, 'control').map(({ attributes }) => {
      const of = (name: string): string => decodeXString(attributes[name] ?? '');
      return {
        tag: of('tag'),
        title: of('title'),
        paragraph: count(attributes.paragraph),
        offset: count(attributes.offset),
        text: of('text'),
        before: of('before'),
        after: of('after'),
      };
    }),
};

function count(text: string | undefined): number {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

/** The record as XML. */
export function frozenXml(controls: readonly FrozenControl[]): string {
  return recordXml(
    FROZEN,
    'control',
    controls.map(({ paragraph, offset, ...words }) => ({
      ...words,
      paragraph: String(paragraph),
      offset: String(offset),
    })),
  );
}
