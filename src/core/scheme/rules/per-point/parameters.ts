import { clausesOf, plainClause } from '../clauses.ts';
import { fractionOf, percentText, shortest } from '../decimal.ts';
import { notAllowed, parsed, type Parsed } from '../parsed.ts';
import type { PerPoint } from './per-point.ts';
import { ALLOWED, PARAMETER_WORDS } from './words.ts';

const STEPS =
  /^(超过|低于)(-?[\d.]+%)(?:的部分|的)?,?每(?:(?:超过|超出|低于))?(-?[\d.]+)(?:%|个百分点)扣(-?[\d.]+)分(?:,?扣完为止)?$/;
const PARTS = Object.entries(PARAMETER_WORDS.partSteps) as [PerPoint['partSteps'], string][];

/** `超过100%的部分，每1个百分点扣0.5分；不足1个百分点：不计`; with a step of 2 points: `…每2个百分点…；不足2个百分点：不计` */
export function printParameters({ direction, threshold, step, deduct, partSteps }: PerPoint): string {
  const points = `${percentText(step).replace('%', '')}个百分点`;
  return (
    `${PARAMETER_WORDS.direction[direction]}${percentText(threshold)}的部分，每${points}扣${deduct}分；` +
    `不足${points}：${PARAMETER_WORDS.partSteps[partSteps]}`
  );
}

export function parseParameters(text: string): Parsed<PerPoint> {
  const [first = '', second = '', ...rest] = clausesOf(text);
  const [, word, limit = '', points = '', deduct = ''] = STEPS.exec(plainClause(first)) ?? [];
  const threshold = fractionOf(limit);
  const step = fractionOf(`${points}%`);
  if (threshold === undefined || step === undefined || fractionOf(`${deduct}%`) === undefined) {
    return notAllowed(first, ALLOWED);
  }
  const [, answer = ''] = /^不足[^:]*:(.+)$/.exec(plainClause(second)) ?? [];
  const part = PARTS.find(([, allowed]) => answer === allowed);
  if (part === undefined || rest.length > 0) return notAllowed(rest[0] ?? second, ALLOWED);
  return parsed({
    kind: 'per-point',
    direction: word === PARAMETER_WORDS.direction.over ? 'over' : 'under',
    threshold,
    step,
    deduct: shortest(deduct),
    partSteps: part[0],
  });
}
