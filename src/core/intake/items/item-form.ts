import type { StatedMeasure } from '../../ledger/keys.ts';
import { READING } from '../../texts/intake-texts.ts';
import { plainLabel } from '../../workbook/labels.ts';
import type { Aspects } from '../aspects.ts';
import { readItems } from './item-reader.ts';
import { itemTable, type ItemTable } from './item-table.ts';
import { certainty, certaintyOf, type Layout } from '../layout.ts';

/**
 * A table about one matter that indicators need, such as 三公经费 or 固定资产: lines of words × columns of words, whichever way
 * round. A cell is what its row, its column and the form say together.
 */
export interface ItemForm {
  readonly name: string;
  /** Matches the title as a plain label, or the sheet's name. */
  readonly title: RegExp;
  /** Titles of tables about only a part of the matter: their 合计 is not the department's. */
  readonly partTitle?: RegExp;
  /** True when a row that means nothing shows that the others are parts of something else. */
  readonly isClosed?: true;
  /** What the form's own words mean, given all labels of the table: what stands beside a word can make it mean less. */
  readonly words: (labels: readonly string[], title: string) => ReadonlyMap<string, Aspects>;
  /** True when labels that say this make the form. */
  readonly isMadeOf: (said: readonly Aspects[], isTitled: boolean) => boolean;
  /** What 合计 is about, and a cell whose row and column do not say what they are about; undefined when nothing says it. */
  readonly whole: (labels: readonly string[], title: string) => Aspects | undefined;
  /** What a cell says where neither its row nor its column does. */
  readonly says: (title: string) => Aspects;
  /** What `预算数` alone means. Without it a person has to say. */
  readonly budget?: StatedMeasure;
  /** What a cell may state when its measure is open, for the question. */
  readonly alternatives: readonly string[];
  /** Labels that are known and that no indicator needs. */
  readonly ignores: RegExp;
  /** Heads of columns, besides those of offices, whose rows are only parts of a total. */
  readonly detailHeads?: RegExp;
  /** Labels of rows that are kinds of `of`, of which a table need not list all. */
  readonly kinds?: { readonly labels: RegExp; readonly of: Aspects };
}

const TITLE = 0.9;
const LONGEST_LINE = 40;
/** Titles of published forms, which have layouts of their own. */
const PUBLISHED = /(预算|决算)(总|批复)?表|公开\d|财决|机构运行信息/;

/** The layout of a table for indicators. */
export function itemForm(form: ItemForm): Layout {
  return {
    name: form.name,
    recognise: (view) => {
      const table = itemTable(form, view);
      if (table === undefined || table.columns.length === 0) return undefined;
      const { title } = table.grid;
      const name = plainLabel(view.sheet.name);
      const isTitled = form.title.test(title) || form.title.test(name);
      if (!form.title.test(title) && (PUBLISHED.test(title) || PUBLISHED.test(name))) return undefined;
      const lines = linesOver(table);
      if (form.partTitle?.test(lines[0] ?? '') === true || lines.some(isPartOfYear)) return undefined;
      const speaking = table.said.filter(speaks);
      if (speaking.length === 0 || !form.isMadeOf(speaking, isTitled)) return undefined;
      // Where most rows mean nothing here, the few known ones are likely part of something else.
      if (!isMostlyKnown(table, form.isClosed === true && !isTitled)) return undefined;
      const words = certaintyOf(speaking.length + (isTitled ? 1 : 0));
      if (!isTitled && speaking.length < 2) return undefined;
      return {
        confidence: isTitled ? certainty([TITLE, words]) : words,
        reasons: [...(isTitled ? [READING.title(form.name)] : []), READING.words(speaking.length)],
        read: (workbook, collector) => {
          readItems(form, view, workbook, collector);
        },
      };
    },
  };
}

/** True when a label says what an amount is about. */
function speaks({ subject, stock, stockMeasure, staff, count, income, measure }: Aspects): boolean {
  const isAdjustment = measure === '追加数' || measure === '追减数' || measure === '预算调整数';
  return isAdjustment || [subject, stock, stockMeasure, staff, count, income].some((part) => part !== undefined);
}

/** The title and the short lines under it, as plain labels; long ones are guidance. */
function linesOver({ grid: { sheet, headerTop } }: ItemTable): readonly string[] {
  const lines = sheet.rows
    .slice(0, headerTop)
    .flatMap((row) => row.map((value) => (typeof value === 'string' ? plainLabel(value) : '')));
  return lines.filter((line) => line !== '' && line.length <= LONGEST_LINE);
}

/** Titles of tables that end before the year does: 1-6月, 上半年, 三季度; 1-12月 and whole dates do not. */
function isPartOfYear(title: string): boolean {
  return /(?<!12|十二)月|季度|半年/.test(title.replace(/\d{1,2}月\d{1,2}日/g, ''));
}

function isMostlyKnown({ rows }: ItemTable, isClosed: boolean): boolean {
  const known = rows.filter(({ is }) => is === 'total' || is === 'line').length;
  const unknown = rows.filter(({ is, isFilled }) => is === 'unknown' && isFilled).length;
  return isClosed ? unknown === 0 : known >= unknown;
}
