import { FONT } from './fonts.ts';
import { SIZE } from './layout.ts';
import { flag, fonts, OFF_GRID, paragraphStyle, pitch, size, STYLE, value } from './style.ts';
import { STYLE_NAME } from './words.ts';
import { element, type Markup } from './xml.ts';

/** The styles around and inside tables: 黑体 title, 五号 text, lines as high as their font. */
export function tableStyles(): readonly Markup[] {
  const song = [fonts(FONT.song), OFF_GRID, ...size(SIZE.table)];
  return [
    paragraphStyle({
      id: STYLE.tableTitle,
      name: STYLE_NAME.tableTitle,
      next: STYLE.tableUnit,
      priority: 41,
      paragraph: [
        flag('w:keepNext'),
        OFF_GRID,
        element('w:spacing', { 'w:before': 160, 'w:after': 60 }),
        value('w:jc', 'center'),
      ],
      run: [fonts(FONT.heading), OFF_GRID, ...size(SIZE.small)],
    }),
    paragraphStyle({
      id: STYLE.tableUnit,
      name: STYLE_NAME.tableUnit,
      priority: 42,
      paragraph: [flag('w:keepNext'), OFF_GRID, element('w:spacing', { 'w:after': 40 }), value('w:jc', 'right')],
      run: song,
    }),
    paragraphStyle({
      id: STYLE.tableHead,
      name: STYLE_NAME.tableHead,
      priority: 43,
      paragraph: [flag('w:keepNext'), OFF_GRID, value('w:jc', 'center')],
      run: [fonts(FONT.heading), OFF_GRID, ...size(SIZE.table)],
    }),
    paragraphStyle({
      id: STYLE.tableText,
      name: STYLE_NAME.tableText,
      priority: 44,
      paragraph: [OFF_GRID, value('w:jc', 'left')],
      run: song,
    }),
    paragraphStyle({
      id: STYLE.tableGap,
      name: STYLE_NAME.tableGap,
      next: STYLE.body,
      priority: 45,
      paragraph: [OFF_GRID, pitch(240)],
      run: song,
    }),
  ];
}
