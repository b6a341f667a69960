import { OUTLINE, type SectionId } from '../report/outline.ts';
import type { FoundControl } from './found-control.ts';
import { isSectionTag, sectionOfTag, sectionTag } from './section-tag.ts';

/** The paragraphs of a section, `to` is one past the last; and the control with which what follows begins, if anything does. */
export interface SectionRange {
  readonly from: number;
  readonly to: number | undefined;
  readonly next: FoundControl | undefined;
}

/** Where a section stands with the sections that belong to it; undefined when it has no heading control. */
export function sectionRange(controls: readonly FoundControl[], section: SectionId): SectionRange | undefined {
  const at = controls.findIndex(({ tag }) => tag === sectionTag(section));
  const heading = controls[at];
  if (heading === undefined) return undefined;
  const below = OUTLINE.filter(({ parent }) => parent === section).map(({ id }) => id);
  const next = controls.slice(at + 1).find(({ tag }) => {
    const id = sectionOfTag(tag);
    return isSectionTag(tag) && (id === undefined || !below.includes(id));
  });
  return { from: heading.paragraph, to: next?.paragraph, next };
}
