import type { Classification, StatedMeasure } from '../ledger/keys.ts';
import type { Aspects } from './aspects.ts';
import { recogniseForm } from './form-hints.ts';
import { readForm } from './form-reader.ts';
import type { Layout } from './layout.ts';

/** A table form that a bureau publishes: what it is called, and what it says wherever a column or a row says nothing. */
export interface PublishedForm {
  readonly name: string;
  /** Matches the title as a plain label, or the sheet's name; anchored so that a longer title of another form does not match. */
  readonly title?: RegExp;
  /** Whose form it is: 部门预算公开, 部门决算公开 or 财决. A title of one kind is never that of another. */
  readonly kind: 'budget' | 'account' | 'caijue';
  /** The form's number: `公开03表`, `财决04表`, or the beginning of a sheet's name. */
  readonly number?: RegExp;
  /** What every amount is unless its column or row says otherwise. */
  readonly says: Aspects;
  /** What `预算数` alone means, where that is not what the form says of every amount. */
  readonly budget?: StatedMeasure;
  /** Parts of the form that are tables of their own, and what each says besides. The title or the sheet's name tells them. */
  readonly variants?: readonly { readonly title: RegExp; readonly says: Aspects }[];
  /** Headers that tell the form without its title; each must be found in some column, as plain labels joined over the levels. */
  readonly signature: readonly RegExp[];
  /** What the rows are: codes of a classification, or lines of words. */
  readonly rows: Classification | 'lines';
  /** True when the economic classes stand in the columns, each with its 款 beside it. */
  readonly classColumns?: true;
  /** Columns that are known and that nothing needs, as plain labels joined over the levels. */
  readonly details?: RegExp;
  /** Rows that are known and that nothing needs, as row labels. */
  readonly ignores?: RegExp;
}

/** The layout of a published form. */
export function publishedForm(form: PublishedForm): Layout {
  return {
    name: form.name,
    readsBlocks: true,
    recognise: (view) => {
      const recognised = recogniseForm(form, view);
      if (recognised === undefined) return undefined;
      return {
        ...recognised,
        read: (workbook, collector) => {
          readForm(form, view, workbook, collector);
        },
      };
    },
  };
}
