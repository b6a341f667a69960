import { BASIC_INFO_FIELDS } from '../ledger/basic-info.ts';
import { neededKeys } from '../scheme/needed-keys.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { isJudgedRule, judgedKind } from '../scheme/rules/rules.ts';
import { FORM } from '../texts/template-texts.ts';
import { JUDGEMENT_ANSWERS } from '../texts/terms.ts';
import type { FormData, FormSheet } from './input-workbook.ts';
import { SheetBuilder } from './sheet-builder.ts';

const HEADER_ROW = 2;
const FIRST_ROW = 3;
const BLANK_TASK_ROWS = 30;
/** Characters of prose that fit in one line of the widest column, and the height of such a line. */
const PROSE_LINE = 38;
const LINE_POINTS = 15.5;

/** The sheet 填报说明. */
export function guideSheet(): FormSheet {
  const sheet = new SheetBuilder();
  sheet.put(0, 0, FORM.guide.title, 'title');
  sheet.height(0, 32);
  FORM.guide.lines.forEach((line, index) => {
    sheet.put(index + 1, 0, line, /^[一二三]、/.test(line) ? 'section' : 'note');
    sheet.height(index + 1, linesOf(line, 36) * LINE_POINTS + 5);
  });
  return sheet.build(FORM.guide.name, [76], { rows: 0, columns: 0 }, false);
}

/** The sheet 基本信息. */
export function basicInfoSheet(scheme: Scheme, data: FormData): FormSheet {
  const { name, title, guide, headers, help, staffHelp } = FORM.basicInfo;
  const staff = [...neededStaff(scheme), ...FORM.basicInfo.staff];
  const sheet = new SheetBuilder();
  sheet.heading(title, guide, '', headers.length);
  sheet.line(HEADER_ROW, headers, 'header');
  const fields = BASIC_INFO_FIELDS.flatMap(({ key }): { key: string; help: string }[] => {
    const field = { key, help: help[key] ?? '' };
    return key === '年度总体工作' ? [...staff.map((group) => ({ key: group, help: staffHelp })), field] : [field];
  });
  fields.forEach(({ key, help: words }, index) => {
    const row = FIRST_ROW + index;
    const value = data.basicInfo?.[key] ?? null;
    const isCount = staff.includes(key);
    sheet.put(row, 0, key, 'label');
    sheet.put(row, 1, value, 'prose');
    sheet.put(row, 2, words, 'guide');
    sheet.height(row, Math.max(linesOf(String(value ?? ''), PROSE_LINE), linesOf(words, 17)) * LINE_POINTS + 6);
    const cell = { top: row, left: 1, bottom: row, right: 1 };
    if (isCount) {
      sheet.validate(cell, { kind: 'whole', from: 0, to: 100_000 }, FORM.countTitle, FORM.countMessage);
    } else if (key === '评价年度') {
      sheet.validate(cell, { kind: 'whole', from: 2000, to: 2100 }, FORM.yearTitle, FORM.yearMessage);
    }
  });
  return sheet.build(name, [18, 80, 36], { rows: FIRST_ROW, columns: 1 }, false);
}

/** The rows for groups of staff that a rate of the scheme needs: `人员.编制` is asked for as 编制人数. */
function neededStaff(scheme: Scheme): readonly string[] {
  return [...neededKeys(scheme)].flatMap((key) => {
    const group = /^人员\.(.+)$/.exec(key)?.[1];
    return group === undefined ? [] : [FORM.basicInfo.staffField(group)];
  });
}

/** The sheet 工作任务. */
export function tasksSheet(data: FormData): FormSheet {
  const { name, title, guide, headers } = FORM.tasks;
  const sheet = new SheetBuilder();
  sheet.heading(title(data.year ?? ''), guide, '', headers.length);
  sheet.line(HEADER_ROW, headers, 'header');
  let row = FIRST_ROW;
  data.tasks?.forEach((task, index) => {
    const first = row;
    const rows = Math.max(1, task.outputs.length);
    sheet.put(row, 0, index + 1, 'label');
    sheet.line(row, [task.direction, task.title, task.narrative], 'prose', 1);
    for (let offset = 0; offset < rows; offset++) {
      const output = task.outputs[offset];
      if (offset > 0) sheet.line(row, [null, null, null, null], 'prose');
      sheet.put(row, 4, output?.name ?? null, 'text');
      sheet.put(row, 5, output?.planned ?? null, 'count');
      sheet.put(row, 6, output?.actual ?? null, 'count');
      sheet.put(row, 7, output?.unit ?? null, 'text');
      sheet.put(row, 8, output?.wording ?? null, 'text');
      const height = (linesOf(task.narrative, 26) * LINE_POINTS + 8) / rows;
      sheet.height(row, Math.min(400, Math.max(24, height)));
      row += 1;
    }
    if (rows > 1) for (let column = 0; column < 4; column++) sheet.merge(first, column, first + rows - 1, column);
  });
  if (data.tasks === undefined) {
    for (; row < FIRST_ROW + BLANK_TASK_ROWS; row++) {
      sheet.put(row, 0, null, 'label');
      sheet.line(row, [null, null, null], 'prose', 1);
      sheet.line(row, [null], 'text', 4);
      sheet.line(row, [null, null], 'count', 5);
      sheet.line(row, [null, null], 'text', 7);
      sheet.height(row, 24);
    }
  }
  const counts = { top: FIRST_ROW, left: 5, bottom: row - 1, right: 6 };
  sheet.validate(counts, { kind: 'decimal', from: 0, to: 1_000_000_000 }, FORM.countTitle, FORM.countMessage);
  return sheet.build(name, [6, 18, 26, 56, 22, 12, 12, 10, 18], { rows: FIRST_ROW, columns: 0 }, true);
}

/** The sheet 自评打分: every indicator of the scheme that people judge. */
export function judgementsSheet(scheme: Scheme, data: FormData): FormSheet {
  const { name, title, guide, headers } = FORM.judgements;
  const sheet = new SheetBuilder();
  sheet.heading(title(data.year ?? ''), guide(scheme.name), '', headers.length);
  sheet.line(HEADER_ROW, headers, 'header');
  let row = FIRST_ROW;
  for (const indicator of scheme.indicators) {
    const { rule } = indicator;
    if (!isJudgedRule(rule)) continue;
    const given = data.judgements?.[indicator.name];
    const points = judgedKind(rule).points(rule, indicator.weight);
    const first = row;
    points.forEach((point, index) => {
      const cell = { top: row, left: 3, bottom: row, right: 3 };
      const isFirst = index === 0;
      sheet.put(row, 0, isFirst ? indicator.name : null, 'label');
      sheet.put(row, 1, Number(point.points), 'score');
      sheet.put(row, 2, point.text, 'label');
      if (point.asks === 'answer') {
        sheet.put(row, 3, given?.answers?.[index] ?? null, 'choice');
        const values = Object.values(JUDGEMENT_ANSWERS).flatMap(([offered]) => offered ?? []);
        sheet.validate(cell, { kind: 'list', values }, FORM.choiceTitle, FORM.choiceMessage);
      } else {
        sheet.put(row, 3, given?.score ?? null, 'score');
        const to = point.asks === 'score' ? Number(indicator.weight) : 1000;
        const message = point.asks === 'score' ? FORM.scoreMessage(indicator.weight) : FORM.countMessage;
        sheet.validate(cell, { kind: 'decimal', from: 0, to }, FORM.scoreTitle, message);
      }
      sheet.put(row, 4, isFirst ? (given?.reason ?? null) : null, 'prose');
      sheet.put(row, 5, isFirst ? (given?.evidence ?? null) : null, 'prose');
      sheet.put(row, 6, isFirst ? (given?.where ?? null) : null, 'prose');
      sheet.height(row, linesOf(isFirst ? (given?.reason ?? '') : '', 19) * LINE_POINTS + 8);
      row += 1;
    });
    if (points.length > 1) for (const column of [0, 4, 5, 6]) sheet.merge(first, column, row - 1, column);
  }
  return sheet.build(name, [30, 8, 38, 10, 40, 30, 20], { rows: FIRST_ROW, columns: 1 }, true);
}

function linesOf(text: string, perLine: number): number {
  return text.split('\n').reduce((lines, part) => lines + Math.max(1, Math.ceil(part.length / perLine)), 0);
}
