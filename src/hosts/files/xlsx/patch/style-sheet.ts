import type { CellLook } from '../../../../core/workbook/write-plan.ts';
import { UnusableFile } from '../../../ports/unusable-file.ts';
import { withAttribute, type EditedPart } from '../opc/edited-part.ts';
import { childOf, childrenOf, type XmlElement } from '../../../xml/xml-tree.ts';
import { escapeAttribute } from '../../../xml/xml-text.ts';
import { LOOK_FORMATS } from '../../../plans/looks.ts';
import { lookXml } from './looks.ts';

/** The number formats with fixed numbers that we use; all others are listed in the style sheet. */
const BUILT_IN_FORMATS: Readonly<Record<string, string>> = { '': '0', '0.00%': '10' };
/** The first number a listed number format may have. */
const FIRST_OWN_FORMAT = 164;

/** The style sheet of a new package, with what every style sheet must have. */
export const EMPTY_STYLE_SHEET =
  '<fonts count="1"><font><sz val="11"/><name val="宋体"/><family val="3"/><charset val="134"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>';

/** A list of the style sheet such as its fonts: entries are found by their text, and appended when they are not there. */
class StyleList {
  readonly entries: string[];

  constructor(
    private readonly part: EditedPart,
    private readonly element: XmlElement,
    private readonly prefix: string,
  ) {
    this.entries = element.children.map((child) => part.source(child));
  }

  /** The index of an equal entry, which is appended first when there is none. */
  indexOf(entry: string): number {
    const known = this.entries.indexOf(entry);
    if (known !== -1) return known;
    this.part.append(this.element, entry);
    this.entries.push(entry);
    if (this.element.attributes.count !== undefined) {
      this.part.setAttribute(this.element, 'count', String(this.entries.length));
    }
    return this.entries.length - 1;
  }

  /** The same for an entry written without namespace prefixes. */
  indexOfPlain(entry: string): number {
    return this.indexOf(entry.replace(/<(\/?)(?=[A-Za-z])/g, `<$1${this.prefix}`));
  }
}

/** The style sheet of a workbook: gives styles by their index and appends those that are missing. */
export class StyleSheet {
  readonly #prefix: string;
  readonly #lists = new Map<string, StyleList>();
  readonly #ownFormats = new Map<string, string>();
  #formatsXml = '';

  constructor(private readonly part: EditedPart) {
    const { root } = part;
    this.#prefix = root.name.slice(0, -root.local.length);
    for (const format of childrenOf(childOf(root, 'numFmts'), 'numFmt')) {
      this.#ownFormats.set(format.attributes.formatCode ?? '', format.attributes.numFmtId ?? '');
    }
  }

  /**
   * The style for a cell of an existing sheet: its own, with the look's number format where it has none.
   * @param style the index of the cell's style
   */
  restyle(style: string, look: CellLook): string {
    const code = LOOK_FORMATS[look];
    const xfs = childOf(this.part.root, 'cellXfs');
    const xf = xfs?.children[Number(style)];
    if (code === '' || xf === undefined || (xf.attributes.numFmtId ?? '0') !== '0') return style;
    let tag = this.part.text.slice(xf.start, xf.openEnd);
    tag = withAttribute(tag, 'numFmtId', this.#format(code));
    tag = withAttribute(tag, 'applyNumberFormat', '1');
    return String(this.#list('cellXfs').indexOf(tag + this.part.text.slice(xf.openEnd, xf.end)));
  }

  /** The index of the complete style of a look, for a sheet of ours. */
  styleOf(look: CellLook): string {
    const { font, fill, border, format, alignment } = lookXml(look);
    const index = (list: string, entry: string): string =>
      entry === '' ? '0' : String(this.#list(list).indexOfPlain(entry));
    const attributes = {
      numFmtId: this.#format(format),
      fontId: index('fonts', font),
      fillId: index('fills', fill),
      borderId: index('borders', border),
      xfId: '0',
      ...(format === '' ? {} : { applyNumberFormat: '1' }),
      applyFont: '1',
      ...(fill === '' ? {} : { applyFill: '1' }),
      ...(border === '' ? {} : { applyBorder: '1' }),
      applyAlignment: '1',
    };
    const xf = `<xf${show(attributes)}><alignment${show(alignment)}/></xf>`;
    return String(this.#list('cellXfs').indexOfPlain(xf));
  }

  #list(name: string): StyleList {
    const known = this.#lists.get(name);
    if (known !== undefined) return known;
    const element = childOf(this.part.root, name);
    if (element === undefined) throw new UnusableFile('damaged', `the style sheet has no ${name}`);
    const list = new StyleList(this.part, element, this.#prefix);
    this.#lists.set(name, list);
    return list;
  }

  /** The number of a number format, listed first when it is new. */
  #format(code: string): string {
    const known = BUILT_IN_FORMATS[code] ?? this.#ownFormats.get(code);
    if (known !== undefined) return known;
    const id = String(Math.max(FIRST_OWN_FORMAT - 1, ...[...this.#ownFormats.values()].map(Number)) + 1);
    this.#ownFormats.set(code, id);
    const xml = `<${this.#prefix}numFmt numFmtId="${id}" formatCode="${escapeAttribute(code)}"/>`;
    const formats = childOf(this.part.root, 'numFmts');
    if (formats !== undefined) {
      this.part.append(formats, xml);
      this.part.setAttribute(formats, 'count', String(this.#ownFormats.size));
    } else if (this.#formatsXml === '') {
      // Only one format is ever missing, so the list is written with that one.
      this.#formatsXml = `<${this.#prefix}numFmts count="1">${xml}</${this.#prefix}numFmts>`;
      this.part.insertFirst(this.part.root, this.#formatsXml);
    }
    return id;
  }
}

function show(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');
}
