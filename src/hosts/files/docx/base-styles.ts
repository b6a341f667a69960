import { FONT } from './fonts.ts';
import { SIZE } from './layout.ts';
import { flag, fonts, size, value } from './style.ts';
import { element, type Markup } from './xml.ts';

/** What holds where no style says otherwise: 3号仿宋. */
export function defaults(): Markup {
  return element(
    'w:docDefaults',
    {},
    element(
      'w:rPrDefault',
      {},
      element(
        'w:rPr',
        {},
        fonts(FONT.body),
        value('w:kern', 2),
        ...size(SIZE.body),
        element('w:lang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN', 'w:bidi': 'ar-SA' }),
      ),
    ),
    element('w:pPrDefault'),
  );
}

/** The styles every document has, whatever uses them. */
export function baseStyles(): readonly Markup[] {
  const base = (type: string, id: string, name: string, ...rest: readonly Markup[]): Markup =>
    element('w:style', { 'w:type': type, 'w:default': '1', 'w:styleId': id }, value('w:name', name), ...rest);
  const margin = (side: string, width: number): Markup => element(`w:${side}`, { 'w:w': width, 'w:type': 'dxa' });
  return [
    base(
      'paragraph',
      'Normal',
      'Normal',
      flag('w:qFormat'),
      // Without widow control every page holds its 22 lines.
      element('w:pPr', {}, flag('w:widowControl', false), value('w:jc', 'both')),
      // The character grid is measured from the size of this style; Word does not look at the defaults for it.
      element('w:rPr', {}, ...size(SIZE.body)),
    ),
    base('character', 'DefaultParagraphFont', 'Default Paragraph Font', value('w:uiPriority', 1), flag('w:semiHidden')),
    base(
      'table',
      'TableNormal',
      'Normal Table',
      value('w:uiPriority', 99),
      flag('w:semiHidden'),
      element(
        'w:tblPr',
        {},
        element('w:tblInd', { 'w:w': 0, 'w:type': 'dxa' }),
        element('w:tblCellMar', {}, margin('top', 0), margin('left', 108), margin('bottom', 0), margin('right', 108)),
      ),
    ),
    base('numbering', 'NoList', 'No List', value('w:uiPriority', 99), flag('w:semiHidden')),
    element(
      'w:style',
      { 'w:type': 'character', 'w:styleId': 'FootnoteReference' },
      value('w:name', 'footnote reference'),
      value('w:basedOn', 'DefaultParagraphFont'),
      value('w:uiPriority', 99),
      element('w:rPr', {}, value('w:vertAlign', 'superscript')),
    ),
  ];
}
