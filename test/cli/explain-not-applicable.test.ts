import { packFileText } from '../../src/core/scheme/pack-file.ts';
import { indicatorOf, PROPORTIONAL, schemeOf } from '../core/support/schemes.ts';
import { fileOf, jixiao } from '../support/command-line.ts';
import { SAMPLE } from '../support/project.ts';

/** What explain says of an indicator with a formula of its own. */
async function explained(formula: string): Promise<string> {
  const measure = { kind: 'expression', key: '某率', formula, unit: '%', basis: '' } as const;
  const scheme = await fileOf(packFileText(schemeOf([indicatorOf('某率', PROPORTIONAL, { measure })])), 'own.json');
  const { out } = await jixiao('explain', SAMPLE, '某率', '--scheme', scheme);
  return out;
}

test('what does not apply says what it earns, and from what it was computed', async () => {
  const said = await explained('(决算数 − 决算数) ÷ (全年预算数 − 全年预算数)');
  expect(said).toMatch(/^某率 = 不适用，按满分计5\.0分（分值5\.0分）$/m);
  expect(said).toContain('由“全年预算数”算出的除数为0，被除数也为0');
});

test('a reason from a formula without 口径 has no empty brackets', async () => {
  expect(await explained('决算数 ÷ 全年预算数')).toMatch(/扣分原因：某率为98\.20% {2}\[/);
});
