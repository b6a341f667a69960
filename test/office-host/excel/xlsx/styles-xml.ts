import type { Look, StyleTable } from '../model/style-table.ts';
import { escapeXml } from './xml.ts';

const EMPTY_STYLES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>';

/** A styles part that has the styles that were made since, behind those it had. */
export function stylesXml(styles: StyleTable, xml: string = EMPTY_STYLES): string {
  const lists = new Lists(xml);
  const bases = lists.items('cellXfs', 'xf');
  for (const [index, { base, changes }] of styles.made.entries()) {
    const look = styles.look(Math.max(1, styles.fromFile.length) + index);
    lists.add('cellXfs', formatXml(lists, bases[base] ?? '<xf/>', look, changes));
  }
  return lists.text;
}

/** One cell format: that of the base, with new parts where something changed. */
function formatXml(lists: Lists, base: string, look: Look, changes: Partial<Look>): string {
  const changed = (...names: (keyof Look)[]): boolean => names.some((name) => changes[name] !== undefined);
  const attributes = new Map(
    [...base.matchAll(/\s(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );
  // Those of the children must not be taken for those of the format.
  const own = new Map([...attributes].filter(([name]) => name.endsWith('Id')));
  const p = lists.prefix;
  if (changed('numberFormat')) {
    own.set('numFmtId', String(lists.numberFormat(look.numberFormat)));
    own.set('applyNumberFormat', '1');
  }
  if (changed('bold', 'italic', 'fontColor', 'fontName', 'fontSize')) {
    const font =
      `<${p}font>${look.bold ? `<${p}b/>` : ''}${look.italic ? `<${p}i/>` : ''}<${p}sz val="${String(look.fontSize)}"/>` +
      `<${p}color rgb="FF${look.fontColor.slice(1)}"/><${p}name val="${escapeXml(look.fontName)}"/></${p}font>`;
    own.set('fontId', String(lists.add('fonts', font)));
    own.set('applyFont', '1');
  }
  if (changed('fillColor')) {
    const fill = `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="FF${look.fillColor.slice(1)}"/></${p}patternFill></${p}fill>`;
    own.set('fillId', look.fillColor === '' ? '0' : String(lists.add('fills', fill)));
    own.set('applyFill', '1');
  }
  if (changed('border')) {
    const sides = ['left', 'right', 'top', 'bottom'].map((side) => `<${p}${side} style="thin"/>`).join('');
    own.set('borderId', look.border ? String(lists.add('borders', `<${p}border>${sides}</${p}border>`)) : '0');
    own.set('applyBorder', '1');
  }
  const alignment =
    `<${p}alignment horizontal="${lower(look.horizontal)}" vertical="${lower(look.vertical)}"` +
    `${look.wrapText ? ' wrapText="1"' : ''}${look.indent > 0 ? ` indent="${String(look.indent)}"` : ''}/>`;
  const protection = look.locked ? '' : `<${p}protection locked="0"/>`;
  const list = [...own].map(([name, value]) => ` ${name}="${value}"`).join('');
  return `<${p}xf${list} applyAlignment="1" applyProtection="1">${alignment}${protection}</${p}xf>`;
}

function lower(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1);
}

/** The lists of a styles part, to which items are added at their ends. */
class Lists {
  readonly prefix: string;

  constructor(public text: string) {
    this.prefix = /<((?:\w+:)?)styleSheet\b/.exec(text)?.[1] ?? '';
  }

  items(list: string, item: string): readonly string[] {
    const p = this.prefix;
    const inside = this.#list(list)?.[0] ?? '';
    return [
      ...inside.matchAll(new RegExp(`<${p}${item}\\b(?:[^>]*/>|(?:[^>]*[^/])?>[\\s\\S]*?</${p}${item}>)`, 'g')),
    ].map(([one]) => one);
  }

  /** @returns the number of the new item */
  add(list: string, item: string): number {
    const found = this.#list(list);
    if (found === null) throw new Error(`the styles part has no ${list}`);
    const name = /^<(?:\w+:)?(\w+)/.exec(item)?.[1] ?? '';
    const count = this.items(list, name).length;
    const grown = found[0]
      .replace(/\scount="\d+"/, ` count="${String(count + 1)}"`)
      .replace(new RegExp(`</${this.prefix}${list}>$`), (end) => item + end);
    this.text = this.text.replace(found[0], () => grown);
    return count;
  }

  numberFormat(code: string): number {
    if (code === 'General') return 0;
    const p = this.prefix;
    if (this.#list('numFmts') === null) {
      this.text = this.text.replace(
        /<(?:\w+:)?styleSheet\b[^>]*>/,
        (root) => `${root}<${p}numFmts count="0"></${p}numFmts>`,
      );
    }
    const known = this.items('numFmts', 'numFmt');
    const id = Math.max(163, ...known.map((one) => Number(/numFmtId="(\d+)"/.exec(one)?.[1] ?? 0))) + 1;
    this.add('numFmts', `<${p}numFmt numFmtId="${String(id)}" formatCode="${escapeXml(code)}"/>`);
    return id;
  }

  #list(list: string): RegExpExecArray | null {
    return new RegExp(`<${this.prefix}${list}\\b[^>]*>[\\s\\S]*?</${this.prefix}${list}>`).exec(this.text);
  }
}
