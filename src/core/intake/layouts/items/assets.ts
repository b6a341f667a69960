import { itemForm } from '../../items/item-form.ts';
import { ASSET_WORDS, formWords, IN_USE_WORDS, STOCK_DAYS } from '../../items/item-words.ts';

/** What only a table of all assets lists. */
const OTHER_ASSETS = /^(流动资产|无形资产|在建工程|货币资金|存货|非流动资产|长期投资|对外投资|公共基础设施)/;

/** The kinds of 固定资产, by the national classification and as people shorten it. */
const KINDS =
  /^(土地|房屋|建筑物|构筑物|设备|通用设备|专用设备|车辆|交通(运输)?工具|办公(设备|家具)|家具|图书|文物和陈列品|陈列品|档案|电子设备|特种动植物)/;

/** 资产总计, 固定资产 and what of it is in use, as they stand on a day. */
export const assets = itemForm({
  name: '资产情况表',
  title: /^(固定)?资产$|^(?!.*结转).*资产.*(情况|统计|明细|汇总|使用|占用|存量).*$/,
  partTitle: /(土地|房屋|建筑物|车辆|公务用车|设备|家具|图书|闲置|出租|处置|新增|报废)/,
  words: (labels, title) => {
    const isFixed = title.includes('固定资产') || labels.some((label) => label.includes('固定资产'));
    return formWords([...STOCK_DAYS, ...ASSET_WORDS, ...(isFixed ? IN_USE_WORDS : [])]);
  },
  isMadeOf: (said, isTitled) =>
    said.every(
      ({ subject, stock, staff, count, measure }) =>
        staff === undefined &&
        count === undefined &&
        subject === undefined &&
        measure === undefined &&
        stock !== '结转结余',
    ) &&
    (isTitled || said.some(({ stock }) => stock !== undefined)),
  // 合计 over kinds of 固定资产 is theirs; over 固定资产 and others it is that of all assets.
  whole: (labels, title) => {
    const isOfAll = labels.some((label) => OTHER_ASSETS.test(label) || /^资产(总计|总额|合计)|^总资产/.test(label));
    const rowsOfFixed = labels.some((label) => KINDS.test(label));
    const isFixed = title.includes('固定资产') || labels.some((label) => label.includes('固定资产'));
    if (isOfAll) return { stock: '资产总计' };
    return isFixed && (title.includes('固定资产') || rowsOfFixed) ? { stock: '固定资产' } : undefined;
  },
  says: () => ({ stockMeasure: '年末数' }),
  alternatives: ['年初数', '年末数'],
  ignores:
    /^((其中)?(流动|无形|非流动|其他|其他非流动|其他流动)资产.*|在建工程|(长期|短期|对外)投资|公共基础设施|政府储备物资|文物(资源|文化资产)?|保障性住房|货币资金|存货|应收.*|预付.*|受托代理.*|负债.*|应付.*|应缴.*|应交.*|预收.*|预提.*|(短期|长期)借款|其他.*负债|净资产.*|.*盈余.*|.*基金|.*净资产|闲置.*|出租.*|出借.*|对外出租.*|待处置.*|待报废.*|报废.*|.*折旧.*|.*摊销.*|.*净[值额].*|.*(数量|面积|台数|辆数|件数)(\(.*\))?|新增.*|减少.*|增加.*|本年(增加|减少).*)$/,
  kinds: { labels: KINDS, of: { stock: '固定资产' } },
});
