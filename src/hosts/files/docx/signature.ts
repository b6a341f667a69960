import type { Inline } from '../../../core/report/document.ts';
import { inlines, wordElement } from './inline.ts';
import type { Names } from '../../../core/links/control-names.ts';
import { signatureBeginning } from './section-mark.ts';
import { CHARACTER_PITCH, DATE_RIGHT_CHARACTERS, LINE_PITCH } from './layout.ts';
import { StyledParagraph } from './paragraph.ts';
import { STYLE } from './style.ts';
import { printable } from '../../../core/links/document-text.ts';

/**
 * The signature, GB/T 9704-2012, 7.3.5: one empty line below the text; the date, the last line, stands four characters from
 * the right edge, and the department is centred over it (or, when it is too long for that, the other way round).
 * @param isMarked its first line stands in a control that shows where the last section ends
 */
export function signature(
  lines: readonly (readonly Inline[])[],
  names: Names,
  isMarked: boolean,
): readonly StyledParagraph[] {
  const widths = lines.map(widthOf);
  const dateWidth = widths.at(-1) ?? 0;
  const widest = Math.max(0, ...widths);
  // Distance of the common axis from the right edge, in characters.
  const axis = Math.max(DATE_RIGHT_CHARACTERS + dateWidth / 2, widest / 2);
  return lines.map((line, at) => {
    const right = axis - (widths[at] ?? 0) / 2;
    return new StyledParagraph(
      STYLE.signature,
      at === 0 && isMarked ? signatureBeginning(line, names) : inlines(line, names),
      [
        ...(at < lines.length - 1 ? [wordElement('keepNext')] : []),
        ...(at === 0 ? [wordElement('spacing', { before: LINE_PITCH, line: LINE_PITCH, lineRule: 'exact' })] : []),
        wordElement('ind', { rightChars: Math.round(right * 100), right: Math.round(right * CHARACTER_PITCH) }),
      ],
    );
  });
}

/** Width of a line in Han characters; a Latin letter or digit is half of one. */
function widthOf(line: readonly Inline[]): number {
  let width = 0;
  for (const character of printable(line.map(({ text }) => text).join('')))
    width += /\p{ASCII}/u.test(character) ? 0.5 : 1;
  return width;
}
