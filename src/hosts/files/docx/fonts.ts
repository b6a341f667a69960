import { element, xmlPart } from './xml.ts';
import { WORD_NAMESPACE } from './namespaces.ts';

/*
 * Which font stands for which typeface of GB/T 9704-2012.
 *
 * The standard names typefaces (仿宋体, 楷体, 黑体, 小标宋体), not font files, and `w:rFonts` takes one name, no list. So:
 * - Body, headings, tables and page numbers use the fonts that Chinese Windows has in stock: 仿宋, 楷体, 黑体, 宋体. Named like
 *   this they need no substitution in Word or in WPS on Windows, and every office has the same line breaks. The names with
 *   _GB2312 are the same designs, but a separate download: a document that asks for them shows in a substitute elsewhere.
 * - No stock font is a 小标宋体. The title asks for 方正小标宋简体, which offices that issue official documents have, and lists
 *   in the font table what to take instead, ending in 宋体. It is never embedded: its licence does not allow that.
 * - LibreOffice does not use the alternative names (7.4); it replaces by its own table.
 */
export const FONT = {
  /** 仿宋体: body, level-3 headings. */
  body: '仿宋',
  /** 黑体: level-1 headings, attachment label, table titles. */
  heading: '黑体',
  /** 楷体: level-2 headings, remarks. */
  kai: '楷体',
  /** 小标宋体: title. */
  title: '方正小标宋简体',
  /** 宋体: table text, page numbers. */
  song: '宋体',
  /** Letters and digits in running text; set apart so that digits look the same everywhere. */
  latin: 'Times New Roman',
} as const;

interface FontEntry {
  readonly name: string;
  /** In the order to try; written as a comma-delimited list (ISO/IEC 29500-1, 17.8.3.1). */
  readonly alternatives: readonly string[];
  readonly panose: string;
  readonly charset: '00' | '86';
  readonly family: 'auto' | 'roman' | 'modern' | 'script';
  readonly pitch: 'fixed' | 'variable';
}

const TABLE: readonly FontEntry[] = [
  {
    name: FONT.latin,
    alternatives: ['Liberation Serif'],
    panose: '02020603050405020304',
    charset: '00',
    family: 'roman',
    pitch: 'variable',
  },
  {
    name: FONT.body,
    alternatives: ['FangSong', '仿宋_GB2312', 'FangSong_GB2312', '华文仿宋', 'STFangsong', '方正仿宋_GBK'],
    panose: '02010609060101010101',
    charset: '86',
    family: 'modern',
    pitch: 'fixed',
  },
  {
    name: FONT.heading,
    alternatives: ['SimHei', '华文黑体', 'STHeiti', '方正黑体_GBK'],
    panose: '02010609060101010101',
    charset: '86',
    family: 'modern',
    pitch: 'fixed',
  },
  {
    name: FONT.kai,
    alternatives: ['KaiTi', '楷体_GB2312', 'KaiTi_GB2312', '华文楷体', 'STKaiti', '方正楷体_GBK'],
    panose: '02010609060101010101',
    charset: '86',
    family: 'modern',
    pitch: 'fixed',
  },
  {
    name: FONT.title,
    alternatives: ['FZXiaoBiaoSong-B05S', '方正小标宋_GBK', '华文中宋', 'STZhongsong', '宋体', 'SimSun'],
    panose: '02010600030101010101',
    charset: '86',
    family: 'auto',
    pitch: 'variable',
  },
  {
    name: FONT.song,
    alternatives: ['SimSun', '华文宋体', 'STSong', '方正书宋_GBK'],
    panose: '02010600030101010101',
    charset: '86',
    family: 'auto',
    pitch: 'variable',
  },
];

/** `word/fontTable.xml`: what each font is like and what to take where it is missing. */
export function fontTablePart(): string {
  return xmlPart(
    element(
      'w:fonts',
      { 'xmlns:w': WORD_NAMESPACE },
      ...TABLE.map((font) =>
        element(
          'w:font',
          { 'w:name': font.name },
          element('w:altName', { 'w:val': font.alternatives.join(',') }),
          element('w:panose1', { 'w:val': font.panose }),
          element('w:charset', { 'w:val': font.charset }),
          element('w:family', { 'w:val': font.family }),
          element('w:pitch', { 'w:val': font.pitch }),
        ),
      ),
    ),
  );
}
