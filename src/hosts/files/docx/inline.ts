import { BuilderElement, XmlComponent } from 'docx';
import type { Inline } from '../../../core/report/document.ts';
import { nameMark, type ControlName, type Linked, type Names } from '../../../core/links/control-names.ts';
import { printable } from '../../../core/links/document-text.ts';

/** One element with `w:` attributes. */
export function wordElement(
  name: string,
  attributes: Readonly<Record<string, string | number>> = {},
  children: readonly XmlComponent[] = [],
): XmlComponent {
  return new BuilderElement<Record<string, string | number>>({
    name: `w:${name}`,
    attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, { key: `w:${key}`, value }])),
    children,
  });
}

/** `w:t`. White space at its ends counts. */
class RunText extends XmlComponent {
  constructor(text: string) {
    super('w:t');
    this.root.push({ _attr: { 'xml:space': 'preserve' } }, text);
  }
}

/**
 * The content of a run. Line breaks and tabs are elements. An opening brace ends its `w:t`, because the library takes
 * `{name}` in finished XML for a placeholder of its own and would fill it in.
 */
function runContent(text: string): readonly XmlComponent[] {
  return printable(text)
    .split(/(\n|\t|(?<=\{))/)
    .filter((piece) => piece !== '')
    .map((piece) => (piece === '\n' ? wordElement('br') : piece === '\t' ? wordElement('tab') : new RunText(piece)));
}

interface RunLook {
  /** Marks what is still to be written. */
  readonly highlight?: boolean;
}

/** A run of text in the look of its paragraph. */
export function run(text: string, look: RunLook = {}): XmlComponent {
  const properties = [
    // Quotation marks, dashes and dots that exist in both scripts are Han punctuation here; without the hint Word takes them
    // from the Latin font.
    wordElement('rFonts', { hint: 'eastAsia' }),
    ...(look.highlight === true ? [wordElement('highlight', { val: 'yellow' })] : []),
  ];
  return wordElement('r', {}, [wordElement('rPr', {}, properties), ...runContent(text)]);
}

/**
 * A content control around one run (ISO/IEC 29500-1, 17.5.2.31; the library has no class for it). It states no type and so is
 * a rich text control: the only kind that Office.js lists before WordApi 1.5, and the kind in which LibreOffice keeps the look
 * of the text. The officer can edit and delete it.
 */
function contentControl(inline: Linked, name: ControlName): XmlComponent {
  return controlAround([run(inline.text, { highlight: inline.kind === 'todo' })], name);
}

/** A content control around runs and other controls of a paragraph. */
export function controlAround(content: readonly XmlComponent[], name: ControlName): XmlComponent {
  return wordElement('sdt', {}, [
    wordElement('sdtPr', {}, [
      wordElement('alias', { val: name.title }),
      wordElement('tag', { val: name.tag }),
      wordElement('id', { val: name.number }),
    ]),
    wordElement('sdtContent', {}, content),
  ]);
}

/** Lays out inlines for a paragraph. */
export function inlines(content: readonly Inline[], names: Names): readonly XmlComponent[] {
  return content.map((inline) => {
    if (inline.kind === 'text') return run(inline.text);
    const name = names.get(inline.id);
    if (name === undefined) throw new Error(`The phrase "${inline.id}" has no name.`);
    return contentControl(inline, name);
  });
}

/** Lays out the inlines in which something begins: a section, the signature. They stand in a control that marks the place. */
export function markedInlines(
  content: readonly Inline[],
  names: Names,
  { tag, title }: Pick<ControlName, 'tag' | 'title'>,
): readonly XmlComponent[] {
  return [controlAround(inlines(content, names), nameMark(tag, title, names))];
}
