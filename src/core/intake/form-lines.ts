import type { Classification } from '../ledger/keys.ts';
import type { Aspects } from './aspects.ts';
import { ECONOMIC_CLASSES, FUNCTION_CLASSES } from './class-names.ts';
import type { Grid } from './grid-table.ts';
import { aspectsOf } from './header-words.ts';
import type { PublishedForm } from './published-form.ts';

/** Which classification the names of classes are of: that of the form, or what the head of the names says. */
export function classificationOf({ rows }: PublishedForm, grid: Grid): Classification {
  if (rows === '经济分类') return '经济分类';
  const heads = grid.columns.filter(({ role }) => role.kind === 'name').map(({ levels }) => levels.join(''));
  return heads.some((head) => head.includes('经济分类')) ? '经济分类' : '功能分类';
}

/** What a line of words is about, with the classes that forms list by name only. Undefined when it says nothing known. */
export function lineAspects(classification: Classification, label: string): Aspects | undefined {
  const code = (classification === '功能分类' ? FUNCTION_CLASSES : ECONOMIC_CLASSES).get(label);
  if (code !== undefined) return { side: 'expenditure', subject: { kind: 'class', classification, code } };
  if (label === '') return undefined;
  const said = aspectsOf(label);
  // A label of fillers only, such as 其中, is about nothing.
  return said !== undefined && Object.keys(said).length > 0 ? said : undefined;
}
