/**
 * Measures of GB/T 9704-2012 in the units of the file format. Lengths are twips (1/20 point) unless they say otherwise; font
 * sizes are half-points.
 */
const TWIPS_PER_MM = 1440 / 25.4;
const twips = (millimetres: number): number => Math.round(millimetres * TWIPS_PER_MM);

/** 5.1 and 5.2.1: A4; 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm, which leaves 26 mm right and 35 mm at the bottom. */
export const PAGE = {
  width: twips(210),
  height: twips(297),
  top: twips(37),
  right: twips(26),
  bottom: twips(35),
  left: twips(28),
  header: twips(15),
  /**
   * Lower edge of the footer to the lower edge of the paper. 7.5: the upper edge of the dash stands 7 mm below the text area.
   * The footer line is 14 pt high with the dash in its middle, so its top is 4.9 mm below the text area.
   */
  footer: twips(25.2),
} as const;

export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right;

/** 5.2.3: 22 lines of 28 characters fill the text area. */
const CHARACTERS_PER_LINE = 28;

/** 28.95 pt: 22 lines make 636.9 pt of the 637.8 pt there are. */
export const LINE_PITCH = 579;

/** 5.2.2: 3号 for everything that says nothing else. */
export const SIZE = {
  /** 2号, 22 pt */
  title: 44,
  /** 3号, 16 pt */
  body: 32,
  /** 4号, 14 pt */
  pageNumber: 28,
  /** 小四, 12 pt */
  small: 24,
  /** 五号, 10.5 pt */
  table: 21,
} as const;

/** One character cell of the grid, 15.79 pt: narrower than the 16 pt of the font. */
export const CHARACTER_PITCH = TEXT_WIDTH / CHARACTERS_PER_LINE;

/** The grid's character pitch as the file says it: the difference to the body font's size in 1/4096 pt, rounded down so that the 28th fits. */
export const GRID_CHARACTER_SPACE = Math.floor((CHARACTER_PITCH / 20 - SIZE.body / 2) * 4096);

/**
 * Body text is condensed by 0.3 pt, so that 28 characters of 16 pt make 439.6 pt of the 442.2 pt there are, and does not snap to
 * the character grid. Word and WPS reach 28 with the grid alone, but LibreOffice gives every character two cells when a cell is
 * narrower than the font, and previews know no grid; like this all of them break lines alike.
 */
export const BODY_CHARACTER_SPACING = -6;

/** 7.3.3: 每个自然段左空二字. The count of characters rules in Word; the length is for readers that do not know it. */
export const FIRST_LINE = { chars: 200, twips: Math.round(2 * CHARACTER_PITCH) } as const;

/** Line pitch of a title in 2号, and of a remark in 小四. */
export const TITLE_PITCH = 700;
export const REMARK_PITCH = 400;

/** 7.3.5.2 and 7.3.5.1: the date of signature stands four characters from the right edge. */
export const DATE_RIGHT_CHARACTERS = 4;

/** 7.5: the page number stands one character (of its own size) from the edge. */
export const PAGE_NUMBER_INSET = { chars: 100, twips: SIZE.pageNumber * 10 } as const;
