import { intake } from '../../../src/core/intake/intake.ts';
import { dayOfSerial, serial1900 } from '../../../src/core/workbook/serial-day.ts';
import { workbookOf } from '../support/workbooks.ts';

test('the same day in both date systems', () => {
  const day = { year: 2024, month: 3, day: 15 };
  expect(dayOfSerial(serial1900(45366, { date1904: false }))).toEqual(day);
  expect(dayOfSerial(serial1900(43904.75, { date1904: true }))).toEqual(day);
});

test.each([
  [false, 45366],
  [true, 43904],
])('成文日期 typed as a date, 1904 date system: %s', (date1904, serial) => {
  const workbook = workbookOf({
    基本信息: [
      ['填报项', '填报内容'],
      ['部门名称', '某某协会'],
      ['评价年度', 2023],
      ['成文日期', serial],
    ],
  });
  expect(intake({ ...workbook, date1904 }).ledger.text('成文日期')).toBe('2024年3月15日');
});
