import type { XmlComponent } from 'docx';
import type { Names } from '../../../core/links/control-names.ts';
import { SIGNATURE_TAG, sectionTag } from '../../../core/links/section-tag.ts';
import type { Inline } from '../../../core/report/document.ts';
import type { SectionId } from '../../../core/report/outline.ts';
import { REPORT } from '../../../core/texts/report-texts.ts';
import { inlines, markedInlines } from './inline.ts';
import { SIGNATURE_MARK } from './words.ts';

/** The words with which a section begins, in a control by which it is found again; other words as they are. */
export function beginning(
  content: readonly Inline[],
  names: Names,
  section: SectionId | undefined,
): readonly XmlComponent[] {
  return section === undefined || content.length === 0
    ? inlines(content, names)
    : markedInlines(content, names, { tag: sectionTag(section), title: REPORT.headings[section] });
}

/** The first line of the signature, in a control that shows where the last section ends. */
export function signatureBeginning(content: readonly Inline[], names: Names): readonly XmlComponent[] {
  return content.length === 0 ? [] : markedInlines(content, names, { tag: SIGNATURE_TAG, title: SIGNATURE_MARK });
}
