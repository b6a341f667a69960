import { FONT } from './fonts.ts';
import { STYLE_NAME } from './words.ts';
import { element, type Markup } from './xml.ts';

/** Ids of the paragraph styles that blocks use. Built-in ones have the ids Word gives them. */
export const STYLE = {
  body: 'BodyText',
  title: 'Title',
  heading: { 1: 'Heading1', 2: 'Heading2', 3: 'Heading3' },
  attachmentLabel: 'AttachmentLabel',
  remark: 'DraftingRemark',
  signature: 'Signature',
  tableTitle: 'ReportTableTitle',
  tableUnit: 'ReportTableUnit',
  tableHead: 'ReportTableHead',
  tableText: 'ReportTableText',
  tableGap: 'ReportTableGap',
  pageNumberOdd: 'PageNumberOdd',
  pageNumberEven: 'PageNumberEven',
} as const;

/** An on/off property. */
export const flag = (name: string, on = true): Markup => element(name, on ? {} : { 'w:val': '0' });
/** A property with one value. */
export const value = (name: string, of: string | number): Markup => element(name, { 'w:val': of });

/** Fonts by script. Latin letters and digits are Times New Roman unless the text is a page number. */
export function fonts(eastAsia: string, latin: string = FONT.latin): Markup {
  return element('w:rFonts', { 'w:ascii': latin, 'w:hAnsi': latin, 'w:eastAsia': eastAsia, 'w:cs': latin });
}

/** Font size, in half-points. */
export const size = (halfPoints: number): readonly Markup[] => [value('w:sz', halfPoints), value('w:szCs', halfPoints)];

/** A fixed line pitch, and the space around the paragraph. */
export const pitch = (exactly: number, around: Readonly<Record<string, number>> = {}): Markup =>
  element('w:spacing', { ...around, 'w:line': exactly, 'w:lineRule': 'exact' });

/** Text outside the grid of lines and characters: set in its own size and line height. */
export const OFF_GRID = flag('w:snapToGrid', false);

interface ParagraphStyle {
  readonly id: string;
  readonly name: string;
  readonly basedOn?: string;
  readonly next?: string;
  /** Order in Word's list of styles; built-in styles have theirs. */
  readonly priority: number;
  /** In the order of the schema (CT_PPrBase). */
  readonly paragraph?: readonly Markup[];
  /** In the order of the schema (CT_RPr). */
  readonly run?: readonly Markup[];
}

/** A paragraph style. Word translates the names of those that are not ours. */
export function paragraphStyle(style: ParagraphStyle): Markup {
  const builtIn = !Object.values<string>(STYLE_NAME).includes(style.name);
  return element(
    'w:style',
    { 'w:type': 'paragraph', ...(builtIn ? {} : { 'w:customStyle': '1' }), 'w:styleId': style.id },
    value('w:name', style.name),
    value('w:basedOn', style.basedOn ?? 'Normal'),
    ...(style.next === undefined ? [] : [value('w:next', style.next)]),
    value('w:uiPriority', style.priority),
    flag('w:qFormat'),
    ...(style.paragraph === undefined ? [] : [element('w:pPr', {}, ...style.paragraph)]),
    ...(style.run === undefined ? [] : [element('w:rPr', {}, ...style.run)]),
  );
}
