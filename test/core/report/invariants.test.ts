import fc from 'fast-check';
import type { Inline } from '../../../src/core/report/document.ts';
import type { Scheme } from '../../../src/core/scheme/scheme.ts';
import type { Fact } from '../../../src/core/ledger/fact.ts';
import { deriveTasks } from '../../../src/core/ledger/task-rates.ts';
import { draftReport } from '../../../src/core/report/draft.ts';
import { evaluate } from '../../../src/core/scheme/evaluate.ts';
import { drafted, inlinesOf } from '../support/documents.ts';
import { differentWords, faultsOf, untrueComparisons, untrueFigures } from '../support/prose-rules.ts';
import { derivedLedger, judgementOf, taskOf, type LedgerInput } from '../support/ledgers.ts';
import { indicatorOf, PROPORTIONAL, schemeOf } from '../support/schemes.ts';
import { department, FIGURES, JUDGED, MONEY, SCHEME, WORDS } from './model.ts';

/** What every draft must hold to, whatever the workbook says or lacks. */
function check(input: LedgerInput, scheme: Scheme = SCHEME): void {
  const { document, findings } = drafted(input, scheme);
  const inlines = document.blocks.flatMap(inlinesOf);
  const tied = inlines.filter((inline) => inline.kind !== 'text');
  const ids = tied.map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  expect(inlines.filter(({ kind, text }) => kind === 'text' && /\p{N}/u.test(text)).map(({ text }) => text)).toEqual(
    [],
  );
  expect(tied.filter(({ source, text }) => source === '' || text === '')).toEqual([]);
  expect(inlines.filter(({ text }) => /[{}]|undefined|NaN|Infinity|null/.test(text)).map(({ text }) => text)).toEqual(
    [],
  );
  const todos = inlines.filter(({ kind }) => kind === 'todo');
  expect(todos.filter(({ text }) => !/^【待补充：.+】$/s.test(text))).toEqual([]);
  const told = findings.flatMap((found) => (found.code === 'draft-incomplete' ? [found.params.count] : []));
  expect(told).toEqual(todos.length === 0 ? [] : [String(todos.length)]);
}

/** The same, and nothing that a careful officer would not write; for texts that are well written themselves. */
function checkProse(input: LedgerInput): void {
  check(input);
  const ledger = derivedLedger(input);
  deriveTasks(ledger);
  const { scorecard, facts } = evaluate(SCHEME, ledger);
  const { document } = draftReport(ledger, scorecard, facts);
  const known = new Map<string, Fact>([...ledger.facts(), ...facts].map((fact) => [fact.key, fact]));
  expect([
    ...faultsOf(document),
    ...untrueFigures(document, known),
    ...differentWords(document, known),
    ...untrueComparisons(document, known),
  ]).toEqual([]);
}

test('a full workbook', () => {
  checkProse(department());
});

test('an empty workbook', () => {
  checkProse({});
});

/** What only some departments have. */
const OTHER_KEYS = [
  '上年决算数',
  '基本支出.决算数',
  '项目支出.决算数',
  '经营支出.决算数',
  '人员经费.决算数',
  '公用经费.决算数',
  '收入.全年预算数',
  '收入.财政拨款.决算数',
  '收入.事业收入.决算数',
  '三公经费.年初预算数',
  '三公经费.全年预算数',
  '三公经费.决算数',
  '三公经费.上年决算数',
  '公务接待费.决算数',
  '公务用车购置及运行费.决算数',
  '政府采购.全年预算数',
  '政府采购.决算数',
  '政府采购货物.决算数',
  '政府采购服务.决算数',
  '结转结余.年初数',
  '结转结余.年末数',
];

const KEYS = Object.keys({ ...WORDS, ...MONEY, ...FIGURES });

test('whatever is left out', () => {
  fc.assert(
    fc.property(fc.subarray(KEYS), fc.subarray(JUDGED), fc.boolean(), (without, judgements, tasks) => {
      checkProse(department({}, without, { judgements, ...(tasks ? {} : { tasks: [] }) }));
    }),
    { numRuns: 150 },
  );
});

test('whatever is zero, negative or more than there was', () => {
  const money = fc.constantFrom('0.00万元', '-0.18万元', '240.17万元', '999999.99万元', '0.01元');
  const keys = [...Object.keys(MONEY), ...OTHER_KEYS];
  const changes = fc.array(fc.tuple(fc.constantFrom(...keys), money), { maxLength: 16 });
  fc.assert(
    fc.property(changes, (list) => {
      checkProse(department(Object.fromEntries(list)));
    }),
    { numRuns: 150 },
  );
});

test('whatever a person types into the texts', () => {
  const text = fc
    .string({ unit: fc.constantFrom('工作', '2023年', '。', '\n', ' ', '#2', '（一）', '$&'), minLength: 1 })
    .filter((typed) => typed.trim() !== '');
  fc.assert(
    fc.property(text, text, text, (one, other, reason) => {
      const judgements = [judgementOf('绩效目标合理性', '得分14', { reason }), ...JUDGED.slice(1)];
      check(department({ 部门职能: one, 整体绩效目标: other }, [], { judgements }));
    }),
    { numRuns: 100 },
  );
});

test('names with digits, dots, spaces and brackets, and names that look like numbered ids', () => {
  const names = ['1.5期工程', '科普 活动（二期）', '科普#2', '科普', '2#楼', '项目'];
  const facts = Object.fromEntries(names.map((name) => [`项目.${name.replace('.', '．')}.决算数`, '10.00万元']));
  const tasks = [taskOf('1.0服务', '任务1', names), taskOf('1.0服务', '任务1', [])];
  const counts = Object.fromEntries(names.map((name) => [`产出.${name.replace('.', '．')}.实际值`, '3个']));
  check(department({ ...facts, ...counts }, [], { projects: names, tasks }));
});

test('a scheme whose names hold digits', () => {
  const rate = {
    kind: 'ratio' as const,
    key: '12月支付进度',
    numerator: '一般公共预算.12月.累计支出数',
    denominator: '一般公共预算.12月.预算数',
    basis: '一般公共预算',
  };
  const facts = { '一般公共预算.12月.累计支出数': '90.00万元', '一般公共预算.12月.预算数': '100.00万元' };
  const scheme = schemeOf([
    indicatorOf('第4季度支付进度', PROPORTIONAL, { path: ['管理效率2', '资金管理3'], measure: rate }),
  ]);
  check(department(facts), scheme);
});

test('inlines are phrases, todos or fixed words and nothing else', () => {
  const kinds = new Set(
    drafted(department(), SCHEME)
      .document.blocks.flatMap(inlinesOf)
      .map(({ kind }: Inline) => kind),
  );
  expect([...kinds].sort()).toEqual(['phrase', 'text']);
});
