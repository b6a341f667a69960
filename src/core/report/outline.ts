import { REPORT } from '../texts/report-texts.ts';
import type { Block } from './document.ts';

/** The sections of a report in the order of the model report; the annexes stand behind the signature. */
const SECTIONS = [
  { id: 'overview', level: 1 },
  { id: 'functions', level: 2 },
  { id: 'tasks', level: 2 },
  { id: 'goals', level: 2 },
  { id: 'money', level: 2 },
  { id: 'management', level: 2 },
  { id: 'evaluation', level: 1 },
  { id: 'conclusion', level: 2 },
  { id: 'performance', level: 2 },
  { id: 'efficiency', level: 2 },
  { id: 'problems', level: 1 },
  { id: 'improvements', level: 1 },
  { id: 'money-table', level: 'annex' },
  { id: 'score-table', level: 'annex' },
] as const;

export type SectionId = (typeof SECTIONS)[number]['id'];

/** True for the id of a section. */
export function isSectionId(id: string): id is SectionId {
  return SECTIONS.some((section) => section.id === id);
}

/** A section of the outline and where it stands. */
export interface Section {
  readonly id: SectionId;
  readonly title: string;
  /** 1 `一、`, 2 `（一）` under the level 1 before it; an annex has a page of its own. */
  readonly level: 1 | 2 | 'annex';
  /** The level 1 that a level 2 belongs to. */
  readonly parent?: SectionId;
}

/** The outline as data, for a list with switches. */
export const OUTLINE: readonly Section[] = SECTIONS.map(({ id, level }, at) => {
  const title = REPORT.headings[id];
  const parent = SECTIONS.slice(0, at).findLast((before) => before.level === 1)?.id;
  return level === 2 && parent !== undefined ? { id, title, level, parent } : { id, title, level };
});

/** A section of one draft. */
export interface OutlineEntry extends Section {
  /** False when it was switched off, by itself or with the section that it belongs to, or when nothing under it is left. */
  readonly on: boolean;
  /** Its number among its neighbours that are on; undefined for those that are off and for annexes. */
  readonly number?: number;
  /** What is left to fill in, also of a section that is off. */
  readonly todos: readonly { readonly id: string; readonly text: string }[];
  /** Heading, text and notes as they stand in the document; of a section that is off, as they would. */
  readonly blocks: readonly Block[];
}

/** A section with its place in the numbering of one draft. */
export type Placed = Section & Pick<OutlineEntry, 'on' | 'number'>;

/** The outline without the sections in `off`, numbered anew. A section goes with the one it belongs to. */
export function placedOutline(off: readonly SectionId[]): readonly Placed[] {
  const isOff = ({ id, parent }: Section): boolean =>
    off.includes(id) || (parent !== undefined && off.includes(parent)) || emptied(id, off);
  let first = 0;
  let second = 0;
  return OUTLINE.map((section): Placed => {
    if (isOff(section)) return { ...section, on: false };
    switch (section.level) {
      case 'annex':
        return { ...section, on: true };
      case 1:
        second = 0;
        return { ...section, on: true, number: ++first };
      case 2:
        return { ...section, on: true, number: ++second };
    }
  });
}

/** True for a section that only has others under it, when all of them are off: a heading alone says nothing. */
function emptied(id: SectionId, off: readonly SectionId[]): boolean {
  const below = OUTLINE.filter(({ parent }) => parent === id);
  return below.length > 0 && below.every((section) => off.includes(section.id));
}
