import { finding, type Finding } from '../findings/finding.ts';
import type { Fact } from '../ledger/fact.ts';
import { keyPart } from '../ledger/keys.ts';
import { LIST_SEPARATOR } from '../texts/terms.ts';
import { nearestNames } from '../workbook/name-index.ts';
import type { Collector } from './collector.ts';

/**
 * Projects that the budget names and the execution does not, or the other way round: mostly one project under two names. Only
 * where both list projects at all.
 */
export function unmatchedProjects(collector: Collector): readonly Finding[] {
  const facts = [...collector.facts.values()];
  const of = (name: string): readonly Fact[] => facts.filter(({ key }) => key.includes(`项目.${keyPart(name)}.`));
  const projects = collector.projects.map((name) => {
    const own = of(name);
    return {
      name,
      cells: own.slice(0, 1).flatMap(({ cells }) => cells),
      budget: own.some(({ key }) => key.endsWith('预算数')),
      executed: own.some(({ key }) => key.endsWith('决算数')),
    };
  });
  if (!projects.some(({ budget }) => budget) || !projects.some(({ executed }) => executed)) return [];
  return projects.flatMap(({ name, cells, budget, executed }) => {
    if (budget === executed) return [];
    const others = projects
      .filter((other) => other.name !== name && other.budget !== budget)
      .map((other) => other.name);
    const near = nearestNames(name, others);
    const known = (near.length > 0 ? near : others).join(LIST_SEPARATOR);
    return [
      finding(
        'project-unmatched',
        { name, has: budget ? '预算数' : '决算数', lacks: budget ? '决算数' : '预算数', known },
        cells,
      ),
    ];
  });
}
