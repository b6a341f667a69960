import type { CarriedData } from './carried-data.ts';

/** The data of a document into which a part of a report was put: what it carried, with the new phrases and today's facts. */
export function mergedCarried(before: CarriedData | undefined, added: CarriedData): CarriedData {
  if (before === undefined) return added;
  const tags = new Set(added.phrases.map(({ tag }) => tag));
  const off = added.off ?? before.off;
  const workbook = added.workbook ?? before.workbook;
  return {
    year: added.year,
    department: added.department,
    facts: added.facts,
    phrases: [...before.phrases.filter(({ tag }) => !tags.has(tag)), ...added.phrases],
    ...(off === undefined ? {} : { off }),
    ...(workbook === undefined ? {} : { workbook }),
  };
}
