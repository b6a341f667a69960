import type { Table } from 'docx';
import type { Block, Inline } from '../../../core/report/document.ts';
import { inlines, run, wordElement } from './inline.ts';
import type { Names } from '../../../core/links/control-names.ts';
import { beginning } from './section-mark.ts';
import { LINE_PITCH, TITLE_PITCH } from './layout.ts';
import type { OutlineNumbering } from './numbering-part.ts';
import { StyledParagraph } from './paragraph.ts';
import { signature } from './signature.ts';
import { STYLE } from './style.ts';
import { table } from './table.ts';
import { REMARK_LEAD } from './words.ts';

/** The body of the document. Headings take their list from `numbering`, which must be a fresh one. */
export function body(
  blocks: readonly Block[],
  names: Names,
  numbering: OutlineNumbering,
): readonly (StyledParagraph | Table)[] {
  const hasSections = blocks.some((block) => 'section' in block);
  return blocks.flatMap((block, at): readonly (StyledParagraph | Table)[] => {
    switch (block.kind) {
      case 'attachment-label':
        return [new StyledParagraph(STYLE.attachmentLabel, inlines(block.content, names))];
      case 'title':
        return [title(block.lines, names, at === 0)];
      case 'heading':
        return [
          new StyledParagraph(STYLE.heading[block.level], beginning(block.content, names, block.section), [
            wordElement('numPr', {}, [
              wordElement('ilvl', { val: block.level - 1 }),
              wordElement('numId', { val: numbering.place(block.level, block.number) }),
            ]),
          ]),
        ];
      case 'paragraph':
        return [new StyledParagraph(STYLE.body, inlines(block.content, names))];
      case 'remark':
        return [new StyledParagraph(STYLE.remark, [run(REMARK_LEAD), ...inlines(block.content, names)])];
      case 'signature':
        return signature(block.lines, names, hasSections);
      case 'table':
        return table(block, names);
    }
  });
}

/** One paragraph however many lines, so that it is one title; GB/T 9704-2012, 7.3.7: on the third line after “附件”. */
function title(lines: readonly (readonly Inline[])[], names: Names, first: boolean): StyledParagraph {
  const children = lines.flatMap((line, at) => [
    ...(at === 0 ? [] : [wordElement('r', {}, [wordElement('br')])]),
    ...inlines(line, names),
  ]);
  const space = wordElement('spacing', { before: LINE_PITCH, after: LINE_PITCH, line: TITLE_PITCH, lineRule: 'exact' });
  return new StyledParagraph(STYLE.title, children, first ? [] : [space]);
}
