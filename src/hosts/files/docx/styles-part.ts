import { FONT } from './fonts.ts';
import {
  BODY_CHARACTER_SPACING,
  FIRST_LINE,
  LINE_PITCH,
  PAGE_NUMBER_INSET,
  REMARK_PITCH,
  SIZE,
  TITLE_PITCH,
} from './layout.ts';
import { WORD_NAMESPACE } from './namespaces.ts';
import { OUTLINE_LIST } from './numbering-part.ts';
import { baseStyles, defaults } from './base-styles.ts';
import { flag, fonts, OFF_GRID, paragraphStyle, pitch, size, STYLE, value } from './style.ts';
import { tableStyles } from './table-styles.ts';
import { STYLE_NAME } from './words.ts';
import { element, xmlPart, type Markup } from './xml.ts';

/** Run properties of everything in 3号, after the fonts: 28 characters to a line. */
const BODY_RUN = [OFF_GRID, value('w:spacing', BODY_CHARACTER_SPACING)];

const FIRST_LINE_INDENT = element('w:ind', {
  'w:firstLineChars': FIRST_LINE.chars,
  'w:firstLine': FIRST_LINE.twips,
});

/** GB/T 9704-2012, 7.3.3: 黑体, 楷体 and 仿宋 tell the levels apart, all in 3号; nothing is bold. */
function heading(level: 1 | 2 | 3, font: string): Markup {
  return paragraphStyle({
    id: STYLE.heading[level],
    name: `heading ${String(level)}`,
    next: STYLE.body,
    priority: 9,
    paragraph: [
      flag('w:keepNext'),
      element('w:numPr', {}, value('w:ilvl', level - 1), value('w:numId', OUTLINE_LIST)),
      OFF_GRID,
      pitch(LINE_PITCH),
      FIRST_LINE_INDENT,
      value('w:outlineLvl', level - 1),
    ],
    run: [fonts(font), ...BODY_RUN],
  });
}

function pageNumber(id: string, name: string, align: 'left' | 'right'): Markup {
  return paragraphStyle({
    id,
    name,
    priority: 99,
    paragraph: [
      flag('w:adjustRightInd', false),
      OFF_GRID,
      pitch(SIZE.pageNumber * 10),
      element('w:ind', { [`w:${align}Chars`]: PAGE_NUMBER_INSET.chars, [`w:${align}`]: PAGE_NUMBER_INSET.twips }),
      value('w:jc', align),
    ],
    // 7.5: 4号半角宋体阿拉伯数字, so the digits too are 宋体.
    run: [fonts(FONT.song, FONT.song), OFF_GRID, ...size(SIZE.pageNumber)],
  });
}

function remark(): Markup {
  const edge = (side: string): Markup =>
    element(`w:${side}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': 4, 'w:color': '7F7F7F' });
  return paragraphStyle({
    id: STYLE.remark,
    name: STYLE_NAME.remark,
    next: STYLE.body,
    priority: 40,
    paragraph: [
      flag('w:keepLines'),
      element('w:pBdr', {}, edge('top'), edge('left'), edge('bottom'), edge('right')),
      element('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': 'F2F2F2' }),
      OFF_GRID,
      pitch(REMARK_PITCH, { 'w:before': 120, 'w:after': 120 }),
      // The border stands outside the text; the indents keep it inside the text area.
      element('w:ind', { 'w:left': 100, 'w:right': 100 }),
    ],
    run: [fonts(FONT.kai), OFF_GRID, value('w:color', '404040'), ...size(SIZE.small)],
  });
}

/** `word/styles.xml`. Styles are written here in full because the layout needs properties that the library cannot say. */
export function stylesPart(): string {
  return xmlPart(
    element(
      'w:styles',
      { 'xmlns:w': WORD_NAMESPACE },
      defaults(),
      ...baseStyles(),
      paragraphStyle({
        id: STYLE.body,
        name: 'Body Text',
        priority: 1,
        paragraph: [OFF_GRID, pitch(LINE_PITCH), FIRST_LINE_INDENT],
        run: BODY_RUN,
      }),
      paragraphStyle({
        id: STYLE.title,
        name: 'Title',
        next: STYLE.body,
        priority: 10,
        // 7.3.1: 2号小标宋体, centred; one empty line before the text. Long titles are set in lines of their own pitch.
        paragraph: [
          flag('w:keepNext'),
          OFF_GRID,
          pitch(TITLE_PITCH, { 'w:after': LINE_PITCH }),
          value('w:jc', 'center'),
        ],
        run: [fonts(FONT.title), OFF_GRID, ...size(SIZE.title)],
      }),
      heading(1, FONT.heading),
      heading(2, FONT.kai),
      heading(3, FONT.body),
      paragraphStyle({
        id: STYLE.attachmentLabel,
        name: STYLE_NAME.attachmentLabel,
        next: STYLE.title,
        priority: 11,
        // 7.3.7: “附件”and its number, both 3号黑体, flush left on the first line.
        paragraph: [flag('w:keepNext'), OFF_GRID, pitch(LINE_PITCH), value('w:jc', 'left')],
        run: [fonts(FONT.heading, FONT.heading), ...BODY_RUN],
      }),
      remark(),
      paragraphStyle({
        id: STYLE.signature,
        name: 'Signature',
        priority: 50,
        paragraph: [
          flag('w:keepLines'),
          // Nothing is added between Han characters and digits, so that lines are as wide as `signature` reckons.
          flag('w:autoSpaceDE', false),
          flag('w:autoSpaceDN', false),
          flag('w:adjustRightInd', false),
          OFF_GRID,
          pitch(LINE_PITCH),
          value('w:jc', 'right'),
        ],
        run: BODY_RUN,
      }),
      ...tableStyles(),
      pageNumber(STYLE.pageNumberOdd, STYLE_NAME.pageNumberOdd, 'right'),
      pageNumber(STYLE.pageNumberEven, STYLE_NAME.pageNumberEven, 'left'),
    ),
  );
}
