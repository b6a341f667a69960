import { exact, sum } from '../../../src/core/money/exact.ts';
import { DEFAULT_PACK, packById, PACKS } from '../../../src/core/scheme/packs/packs.ts';
import { packFileText, readPackFile } from '../../../src/core/scheme/pack-file.ts';
import { schemeSchema, type Scheme } from '../../../src/core/scheme/scheme.ts';
import { plainLabel } from '../../../src/core/workbook/labels.ts';
import { cases, given } from '../support/cases.ts';
import { decimalsOf } from '../support/schemes.ts';

/** Rules and points that were read in a published document, by pack. */
const READ_IN_DOCUMENTS = cases<{ id: string; verified: readonly string[] }>(__dirname, 'verified-indicators.json');

test('the default pack ships, and each id once', () => {
  expect(packById(DEFAULT_PACK)?.id).toBe(DEFAULT_PACK);
  expect(packById('没有的')).toBeUndefined();
  expect(new Set(PACKS.map(({ id }) => id)).size).toBe(PACKS.length);
});

describe.each(PACKS)('$name', (pack) => {
  test('the weights add up to the total', () => {
    expect(sum(pack.indicators.map(({ weight }) => exact(weight))).equals(exact(pack.total))).toBe(true);
  });

  test('no two indicators share a name, by which people’s answers find them', () => {
    expect(new Set(pack.indicators.map(({ name }) => plainLabel(name))).size).toBe(pack.indicators.length);
  });

  test('no weight is finer than a score can be', () => {
    expect(pack.indicators.every(({ weight }) => decimalsOf(weight) <= pack.precision)).toBe(true);
  });

  test('the pack and every indicator name their source, and say so where they are not verified', () => {
    expect([pack.source, pack.year]).not.toContain('');
    for (const { verified, clause } of pack.indicators)
      expect(clause).toMatch(verified ? /./ : /示例|未核对|未与正式文件核对/);
  });

  test('what was read in the published document is verified, and nothing else', () => {
    const verified = pack.indicators.filter((indicator) => indicator.verified).map(({ name }) => name);
    expect(verified).toEqual(READ_IN_DOCUMENTS.find(({ id }) => id === pack.id)?.verified ?? []);
    expect(pack.verified).toBe(verified.length === pack.indicators.length);
  });

  test('it stays the same through its own file', () => {
    expect(readPackFile(packFileText(pack))).toEqual({ kind: 'scheme', scheme: pack });
  });

  test('every indicator has a problem and a measure to write when it loses points', () => {
    expect(pack.indicators.filter(({ problem, improvement }) => problem === '' || improvement === '')).toEqual([]);
  });

  test('the items of a checklist are worth the indicator’s weight', () => {
    const off = pack.indicators.filter(
      ({ rule, weight }) =>
        rule.kind === 'checklist' && !sum(rule.items.map(({ points }) => exact(points))).equals(exact(weight)),
    );
    expect(off).toEqual([]);
  });

  test('bands leave no rate without points', () => {
    for (const { rule } of pack.indicators) {
      if (rule.kind !== 'bands') continue;
      expect(rule.bands.some(({ from }) => from === undefined) && rule.bands.some(({ to }) => to === undefined)).toBe(
        true,
      );
    }
  });

  test('rates name the basis they print', () => {
    const ratios = pack.indicators.flatMap(({ measure }) => (measure?.kind === 'ratio' ? [measure] : []));
    expect(ratios.filter(({ basis }) => basis === '')).toEqual([]);
  });
});

test.each([
  ['重复', (pack: Scheme) => [...pack.indicators, ...pack.indicators.slice(0, 1)]],
  ['不能超过得分小数位', (pack: Scheme) => pack.indicators.map((one) => ({ ...one, weight: '2.25' }))],
  [
    '目标应大于0',
    (pack: Scheme) =>
      pack.indicators.map((one) =>
        one.rule.kind === 'proportional' ? { ...one, rule: { ...one.rule, target: '0' } } : one,
      ),
  ],
])('a pack is refused: %s', (why, change) => {
  const pack = given(PACKS[0]);
  const result = schemeSchema.safeParse({ ...pack, indicators: change(pack) });
  expect(result.error?.issues.map(({ message }) => message).join()).toContain(why);
});
