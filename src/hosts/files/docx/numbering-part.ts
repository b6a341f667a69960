import { FIRST_LINE } from './layout.ts';
import { WORD_NAMESPACE } from './namespaces.ts';
import { OUTLINE_NUMBER_TEXT } from './words.ts';
import { element, xmlPart } from './xml.ts';

export type OutlineLevel = 1 | 2 | 3;

/** The list that the heading styles belong to. */
export const OUTLINE_LIST = 1;
const OUTLINE_ABSTRACT = 1;

/** How Word and WPS themselves write 一 二 三 … 十一 … 一百; LibreOffice knows it too. */
const FORMATS = ['chineseCountingThousand', 'chineseCountingThousand', 'decimal'] as const;

interface Restart {
  readonly list: number;
  readonly level: OutlineLevel;
  readonly start: number;
}

/**
 * Decides which list each heading belongs to, so that automatic numbering shows the number that the report says. Numbers that
 * count up from 1 under each parent need the one list of the heading styles; any other number starts a further list, which
 * goes on for the siblings that follow.
 */
export class OutlineNumbering {
  readonly #last: Record<OutlineLevel, number> = { 1: 0, 2: 0, 3: 0 };
  readonly #list: Record<OutlineLevel, number> = { 1: OUTLINE_LIST, 2: OUTLINE_LIST, 3: OUTLINE_LIST };
  readonly #restarts: Restart[] = [];

  /** The list (`w:numId`) of the next heading in the document. */
  place(level: OutlineLevel, number: number): number {
    if (number !== this.#last[level] + 1) {
      this.#list[level] = OUTLINE_LIST + 1 + this.#restarts.length;
      this.#restarts.push({ list: this.#list[level], level, start: number });
    }
    this.#last[level] = number;
    for (const deeper of [2, 3] as const) {
      if (deeper <= level) continue;
      this.#last[deeper] = 0;
      this.#list[deeper] = this.#list[level];
    }
    return this.#list[level];
  }

  /** `word/numbering.xml` for the headings placed so far. */
  part(): string {
    return xmlPart(
      element(
        'w:numbering',
        { 'xmlns:w': WORD_NAMESPACE },
        outline(),
        element('w:num', { 'w:numId': OUTLINE_LIST }, element('w:abstractNumId', { 'w:val': OUTLINE_ABSTRACT })),
        ...this.#restarts.map(({ list, level, start }) =>
          element(
            'w:num',
            { 'w:numId': list },
            element('w:abstractNumId', { 'w:val': OUTLINE_ABSTRACT }),
            element('w:lvlOverride', { 'w:ilvl': level - 1 }, element('w:startOverride', { 'w:val': start })),
          ),
        ),
      ),
    );
  }
}

/** GB/T 9704-2012, 7.3.3: 一、 then （一） then 1. */
function outline() {
  return element(
    'w:abstractNum',
    { 'w:abstractNumId': OUTLINE_ABSTRACT },
    element('w:multiLevelType', { 'w:val': 'multilevel' }),
    ...OUTLINE_NUMBER_TEXT.map((levelText, index) =>
      element(
        'w:lvl',
        { 'w:ilvl': index },
        element('w:start', { 'w:val': 1 }),
        element('w:numFmt', { 'w:val': FORMATS[index] ?? 'decimal' }),
        element('w:pStyle', { 'w:val': `Heading${String(index + 1)}` }),
        element('w:suff', { 'w:val': 'nothing' }),
        element('w:lvlText', { 'w:val': levelText }),
        element('w:lvlJc', { 'w:val': 'left' }),
        element(
          'w:pPr',
          {},
          element('w:ind', { 'w:left': 0, 'w:firstLineChars': FIRST_LINE.chars, 'w:firstLine': FIRST_LINE.twips }),
        ),
        // The brackets and the 、 are Han punctuation although some of them exist in Latin fonts too.
        element('w:rPr', {}, element('w:rFonts', { 'w:hint': 'eastAsia' })),
      ),
    ),
  );
}
