import { joinedMappings, NO_MAPPING, sameMappings, type Mapping } from '../workbook/mapping.ts';
import type { Workbook } from '../workbook/workbook.ts';
import type { WritePlan } from '../workbook/write-plan.ts';

/** The plan, and that the workbook is to remember what a person decided, unless it does already. */
export function rememberingMapping(plan: WritePlan, workbook: Workbook, mapping: Mapping | undefined): WritePlan {
  if (mapping === undefined) return plan;
  const before = workbook.mapping ?? NO_MAPPING;
  const joined = joinedMappings(before, mapping);
  return sameMappings(before, joined) ? plan : { ...plan, mapping: joined };
}
