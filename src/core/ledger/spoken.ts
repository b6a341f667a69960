import { SPOKEN } from '../texts/ledger-texts.ts';
import { BASES } from './keys.ts';

/**
 * A key as it is said in a sentence: `财政拨款.决算数` → `财政拨款决算数`, `收入.财政拨款.决算数` → `财政拨款收入决算数`,
 * `人员.在职` → `在职人数`, `项目.科普活动.决算数` → `科普活动项目决算数`.
 */
export function spoken(key: string): string {
  const parts = key.replaceAll('(', '（').replaceAll(')', '）').split('.');
  const [first = '', second = '', ...rest] = parts;
  if ((BASES as readonly string[]).includes(first) && second !== '') return first + spoken([second, ...rest].join('.'));
  switch (first) {
    case '人员':
      return SPOKEN.staff(second);
    case '产出':
      return SPOKEN.output(second, rest.join(''));
    case '任务':
      return SPOKEN.task(second, rest.join(''));
    case '项目':
      return SPOKEN.project(second) + rest.join('');
    case '收入':
      return rest.length === 0 ? parts.join('') : SPOKEN.income(second) + rest.join('');
    default:
      return parts.join('');
  }
}
