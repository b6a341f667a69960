import { isSectionId, type SectionId } from '../report/outline.ts';

/** Opens the tag of the control around the heading of a section: `章节.money`. */
const PREFIX = '章节.';

/** The tag of the content control around the heading of a section, by which the section is found again. */
export function sectionTag(id: SectionId): string {
  return `${PREFIX}${id}`;
}

/** The tag of the control around the first line of the signature, where the last section before it ends. */
export const SIGNATURE_TAG = `${PREFIX}signature`;

/** True for the tag of a control that shows where something begins, and is no phrase. */
export function isSectionTag(tag: string): boolean {
  return tag.startsWith(PREFIX);
}

/** The section whose heading has this tag; undefined for any other tag. */
export function sectionOfTag(tag: string): SectionId | undefined {
  const id = isSectionTag(tag) ? tag.slice(PREFIX.length) : '';
  return isSectionId(id) ? id : undefined;
}
