import { childOf, parseXmlTree, type XmlElement } from '../../../xml/xml-tree.ts';
import type { Names } from '../../../../core/links/control-names.ts';
import { inlineMarkup, LINE_BREAK, propertiesOf } from './control-markup.ts';
import type { Lines, Marks } from './marks.ts';

/** What of a content control would take our words out again, or forbid controls inside it. */
const UNFIT = new Set(['text', 'date', 'comboBox', 'dropDownList', 'dataBinding', 'showingPlcHdr']);

/** Puts words in the place of the marks of a part; everything else stays as it is. */
export function putWords(
  xml: string,
  part: string,
  marks: Marks,
  lines: ReadonlyMap<number, Lines>,
  names: Names,
): string {
  return new Writer(xml, marks, lines, names).write(parseXmlTree(xml, part));
}

class Writer {
  readonly #starts: readonly number[];

  constructor(
    private readonly xml: string,
    private readonly marks: Marks,
    private readonly lines: ReadonlyMap<number, Lines>,
    private readonly names: Names,
  ) {
    this.#starts = marks.starts(xml);
  }

  write(root: XmlElement): string {
    return this.xml.slice(0, root.start) + this.#element(root, undefined) + this.xml.slice(root.end);
  }

  #element(element: XmlElement, parent: XmlElement | undefined): string {
    if (!this.#hasMark(element)) return this.#text(element);
    if (element.name === 'w:r') return this.#run(element, parent);
    const isEmptied = element.name === 'w:p' && this.#text(element).includes(this.marks.empty);
    const text = this.#children(element);
    return isEmptied && saysNothing(text) && canGo(element, parent) ? '' : text;
  }

  #children(element: XmlElement): string {
    let text = '';
    let at = element.start;
    for (const child of element.children) {
      text += this.xml.slice(at, child.start);
      text += element.name === 'w:sdt' && child.name === 'w:sdtPr' ? this.#fit(child) : this.#element(child, element);
      at = child.end;
    }
    return text + this.xml.slice(at, element.end);
  }

  #text({ start, end }: XmlElement): string {
    return this.xml.slice(start, end);
  }

  /** Marks are few and in order: the first that begins at or after the element begins tells. */
  #hasMark({ start, end }: XmlElement): boolean {
    let [low, high] = [0, this.#starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    return (this.#starts[low] ?? Infinity) < end;
  }

  /** The properties of a content control around our words, made those of a rich text control. */
  #fit(properties: XmlElement): string {
    let text = this.xml.slice(properties.start, properties.openEnd);
    for (const child of properties.children) if (!UNFIT.has(child.local)) text += this.#text(child);
    return text + this.xml.slice(properties.closeStart, properties.end);
  }

  /** A run with marks, cut into runs before, between and after the words. */
  #run(run: XmlElement, parent: XmlElement | undefined): string {
    const open = this.xml.slice(run.start, run.openEnd);
    const look = propertiesOf(run, 'rPr', this.xml);
    let written = '';
    let held = '';
    const flush = (): void => {
      if (held !== '') written += `${open}${look}${held}</w:r>`;
      held = '';
    };
    for (const child of run.children) {
      if (child.local === 'rPr') continue;
      if (child.name !== 'w:t' || !this.#hasMark(child)) {
        held += isEmptyText(child) ? '' : this.#element(child, run);
        continue;
      }
      const content = this.marks.withoutEmpty(this.xml.slice(child.openEnd, child.closeStart));
      const { between, indexes } = this.marks.split(content);
      for (const [at, text] of between.entries()) {
        if (text !== '') held += `<w:t xml:space="preserve">${text}</w:t>`;
        const index = indexes[at];
        if (index === undefined) continue;
        flush();
        written += this.#words(this.lines.get(index) ?? [], look, parent);
      }
    }
    flush();
    return written;
  }

  /** Several lines are several paragraphs alike, or lines of one where a paragraph cannot be divided. */
  #words(lines: Lines, look: string, parent: XmlElement | undefined): string {
    const said = lines.map((line) => line.map((inline) => inlineMarkup(inline, look, this.names)).join(''));
    if (parent?.name !== 'w:p') return said.join(LINE_BREAK);
    const properties = childOf(parent, 'pPr');
    const endsSection = properties !== undefined && childOf(properties, 'sectPr') !== undefined;
    if (endsSection) return said.join(LINE_BREAK);
    return said.join(`</w:p><w:p>${propertiesOf(parent, 'pPr', this.xml)}`);
  }
}

/** Whether a paragraph has nothing to show and holds nothing that something else refers to. */
function saysNothing(paragraph: string): boolean {
  return !/<w:t(?:\s[^>]*)?>[^<]*[^<\s]|<w:(?:sdt|drawing|pict|object|br|tab|sym|fldChar|fldSimple|bookmark\w+|comment\w+|\w+Reference|sectPr)[\s/>]/u.test(
    paragraph,
  );
}

/** Whether a paragraph may be left out: a cell or a header ends with one, and two tables are kept apart by one. */
function canGo(paragraph: XmlElement, parent: XmlElement | undefined): boolean {
  const siblings = parent?.children ?? [];
  const at = siblings.indexOf(paragraph);
  const [before, after] = [siblings[at - 1], siblings[at + 1]];
  return after !== undefined && (before?.name !== 'w:tbl' || after.name === 'w:p');
}

/** What the library leaves of a placeholder that was spread over several runs. */
function isEmptyText({ name, openEnd, closeStart, end }: XmlElement): boolean {
  return name === 'w:t' && (closeStart === openEnd || openEnd === end);
}
