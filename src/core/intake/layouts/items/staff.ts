import { formWords, STAFF_WORDS } from '../../items/item-words.ts';
import { itemForm } from '../../items/item-form.ts';

/** Labels that make 实有人数 more than those 在职. */
const OTHER_PEOPLE = /离休|退休|编外|聘|遗属|其他人员|劳务/;

/** How many people are 在职 and how many the 编制 allows, by office or for the department. */
export const staff = itemForm({
  name: '人员情况表',
  title: /^(人员|人员编制|机构人员)$|(人员|编制|机构人员).*(情况|统计|汇总|基本)/,
  partTitle: /编外|离退?休|退休|临聘|聘用|遗属|辅助/,
  words: (labels) =>
    formWords([
      ...STAFF_WORDS,
      ...(labels.some((label) => OTHER_PEOPLE.test(label))
        ? []
        : [
            [
              ['实有人数', '年末实有人数', '实有数', '实有人员', '实有人员数', '年末实有数'],
              { staff: '在职' },
            ] as const,
          ]),
      [['人数', '人员', '人员数', '数量', '年末', '年末数', '年末人数', '年底人数', '人', '12月31日'], {}],
    ]),
  isMadeOf: (said) => said.every((aspects) => aspects.staff !== undefined),
  whole: () => undefined,
  says: () => ({}),
  alternatives: ['编制', '在职'],
  ignores:
    /行政|事业|工勤|参公|参照|公务员|离休|退休|离退休|编外|聘|遗属|借调|劳务|空编|超编|缺编|学生|领导|级职数|内设|机构数|辅助|年初|上年|其他人员|专业技术|男|女|党员|平均/,
});
