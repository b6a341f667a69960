import { Footer, PageNumber, TextRun } from 'docx';
import { StyledParagraph } from './paragraph.ts';
import { STYLE } from './style.ts';
import { PAGE_NUMBER_AFTER, PAGE_NUMBER_BEFORE } from './words.ts';

/** GB/T 9704-2012, 7.5: `— 1 —`, on odd pages to the right, on even pages to the left. */
export function pageNumberFooters(): { readonly default: Footer; readonly even: Footer } {
  return { default: footer(STYLE.pageNumberOdd), even: footer(STYLE.pageNumberEven) };
}

function footer(style: string): Footer {
  const number = new TextRun({
    // The dashes exist in Latin fonts too.
    font: { hint: 'eastAsia' },
    children: [PAGE_NUMBER_BEFORE, PageNumber.CURRENT, PAGE_NUMBER_AFTER],
  });
  return new Footer({ children: [new StyledParagraph(style, [number])] });
}
