import { NO_MAPPING, QUESTION_KINDS, type Mapping } from '../../core/workbook/mapping.ts';
import { childrenOf } from '../xml/xml-tree.ts';
import { recordXml, type RecordKind } from './record.ts';
import { decodeXString } from '../xml/xstring.ts';

/** The record of what people decided about the tables of the workbook. Entries that say nothing known are passed by. */
export const MAPPING: RecordKind<Mapping> = {
  namespace: 'urn:jixiao:mapping:1',
  root: 'mapping',
  storeId: '{5D0E9C34-8A37-4B52-A6F1-0C7E2B94D613}',
  none: NO_MAPPING,
  read: (root) => ({
    answers: childrenOf(root, 'answer').flatMap(({ attributes }) => {
      const about = QUESTION_KINDS.find((kind) => kind === attributes.about);
      const label = decodeXString(attributes.label ?? '');
      const means = decodeXString(attributes.means ?? '');
      if (about === undefined || label === '' || means === '') return [];
      const form = attributes.form === undefined ? {} : { form: decodeXString(attributes.form) };
      return [{ about, label, ...form, means }];
    }),
  }),
};

/** The record as XML. */
export function mappingXml({ answers }: Mapping): string {
  return recordXml(
    MAPPING,
    'answer',
    answers.map(({ about, label, form, means }) => ({ about, label, form, means })),
  );
}
