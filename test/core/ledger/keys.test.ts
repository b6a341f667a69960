import fc from 'fast-check';
import {
  BASES,
  directionKey,
  expenditureKey,
  incomeKey,
  keyPart,
  monthKey,
  outputKey,
  staffKey,
  stockKey,
} from '../../../src/core/ledger/keys.ts';

test('keys are said as people say them, the total left out', () => {
  expect([
    expenditureKey(undefined, { kind: 'total' }, '决算数'),
    expenditureKey('财政拨款', { kind: 'category', category: '项目支出' }, '全年预算数'),
    expenditureKey(undefined, { kind: 'project', name: '科普活动' }, '支出率'),
    expenditureKey('一般公共预算', { kind: 'project', name: '科普活动' }, '决算数'),
    incomeKey(undefined, '决算数'),
    incomeKey('财政拨款', '年初预算数'),
    monthKey('一般公共预算', 3, '累计支出数'),
    outputKey('科普讲座', '实际值'),
    directionKey('服务科技工作者'),
    staffKey('公务员'),
    expenditureKey(undefined, { kind: 'item', item: '三公经费' }, '决算数'),
    expenditureKey('一般公共预算', { kind: 'class', classification: '功能分类', code: '2060702' }, '决算数'),
    expenditureKey(undefined, { kind: 'line', line: '支出总计' }, '决算数'),
    incomeKey('事业收入', '决算数'),
    monthKey(undefined, 12, '累计支出数', { kind: 'category', category: '项目支出' }),
    stockKey('财政拨款', '结转结余', '年末数'),
  ]).toEqual([
    '决算数',
    '财政拨款.项目支出.全年预算数',
    '项目.科普活动.支出率',
    '一般公共预算.项目.科普活动.决算数',
    '收入.决算数',
    '收入.财政拨款.年初预算数',
    '一般公共预算.3月.累计支出数',
    '产出.科普讲座.实际值',
    '任务.服务科技工作者.完成率',
    '人员.公务员',
    '三公经费.决算数',
    '一般公共预算.功能分类.2060702.决算数',
    '支出总计.决算数',
    '收入.事业收入.决算数',
    '项目支出.12月.累计支出数',
    '财政拨款.结转结余.年末数',
  ]);
});

test('a name with dots stays one part of the key', () => {
  const name = fc.string({ unit: fc.constantFrom('.', '1', '期', ' ', '（', '工程'), minLength: 1 });
  fc.assert(
    fc.property(name, fc.constantFrom(undefined, ...BASES), (text, basis) => {
      const parts = expenditureKey(basis, { kind: 'project', name: text }, '决算数').split('.');
      expect(parts).toEqual([...(basis === undefined ? [] : [basis]), '项目', keyPart(text), '决算数']);
    }),
  );
});
