import type { Finding, FindingCode, FindingParams, Severity } from '../findings/finding.ts';
import { showCells } from '../workbook/cell-ref.ts';

/** Where the missing figures of an indicator are entered, by what their keys speak of. */
function whereToFill(keys: string): string {
  if (/^(任务|产出)\./.test(keys)) return '请在工作任务表中填写履职方向、计划值和实际值。';
  if (/\d月/.test(keys)) return '请在月度支出进度表中补充。';
  if (keys.startsWith('人员.')) return '请在基本信息表中填写人数。';
  if (/(年初数|年末数)/.test(keys)) return '请在结转结余和资产表中补充。';
  if (/(预算调整数|追加数|追减数)/.test(keys)) return '请在预算调整表中补充。';
  if (/(经费|费|政府采购|重点项目支出)\.(年初预算数|全年预算数|决算数|上年)/.test(keys))
    return '请在专项经费表中补充。';
  return '请在预算表或执行表中补充。';
}

/** What was found, what was expected, what to do next; the place is put in front by `messageOf`. */
const MESSAGES: { readonly [C in FindingCode]: (params: FindingParams[C]) => string } = {
  'no-known-sheet': ({ sheets }) =>
    `没有识别出任何预算或执行表（已检查：${sheets || '无工作表'}）。请用“npx jixiao new --out 空白表.xlsx”生成填报表，或检查表头是否含“年初预算数”“全年预算数”“决算数”。`,
  'table-missing': ({ what, sheets }) => `缺少${what}；已识别的工作表：${sheets}。请补充该表后重新运行。`,
  'unit-missing': ({ sheet }) =>
    `工作表“${sheet}”没有写明金额单位，也没有其他表可以印证，金额没有采用。请在表头上方写明“单位：元”或“单位：万元”，或者在对照文件（--map）中选择。`,
  'unit-assumed': ({ sheet, unit, key, amount }) =>
    `工作表“${sheet}”没有写明金额单位，因其“${key}”按“${unit}”计与其他表的${amount}一致，暂按“${unit}”采用，请确认：在表头上方写明“单位：${unit}”，或者在对照文件（--map）中选择。`,
  'unit-unknown': ({ sheet, unit }) =>
    `工作表“${sheet}”的金额单位“${unit}”无法识别，应为元、千元、万元、百万元或亿元。请改正单位。`,
  'unit-contradicts': ({ units }) => `同一张表写了不同的金额单位：${units}。请只保留一种。`,
  'unit-suspected': ({ larger, largerAmount, smaller, smallerAmount }) =>
    `“${larger}”为${largerAmount}，“${smaller}”为${smallerAmount}，相差五百倍以上。请核对两处的金额单位是否写错。`,
  'number-expected': ({ found, header, advice }) => `“${header}”应为数字，实际为“${found}”。请改为数字；${advice}。`,
  'cell-error': ({ error, header }) => `“${header}”的公式出错，显示${error}。请修正公式或直接填写数值。`,
  'formula-without-value': ({ formula, header }) =>
    `“${header}”的公式（${formula}）没有保存计算结果。请在Excel或WPS中打开，重新计算并保存后再运行。`,
  'formula-stale': ({ stored, computed }) => `文件中保存的结果${stored}已过时，按公式计算为${computed}，已采用后者。`,
  'fraction-of-fen': ({ header }) => `“${header}”的金额不足1分的部分已四舍五入。`,
  'column-unknown': ({ header }) =>
    `含有数字的列“${header}”含义不明，没有采用。如需采用，请把列名改为年初预算数、全年预算数或决算数等，或者在对照文件（--map）中选择。`,
  'column-repeated': ({ header }) =>
    `列“${header}”与同一张表的另一列含义相同，可能有一列的列名漏填。请核对这两列的列名。`,
  'column-other-year': ({ header, year }) =>
    `列“${header}”写的不是${year}年，没有采用。请核对该列的年度，以及标题、工作表名和“评价年度”写的年度。`,
  'column-year-assumed': ({ year }) =>
    `列名有多个年度，标题、工作表名和“基本信息”表都没有写明评价哪一年，暂按有决算数的最近一年${year}年采用，请确认：在标题中写明年度，或者填写评价年度。`,
  'columns-year-unclear': ({ headers }) =>
    `这些列属于不同年度：${headers}，而标题、工作表名和“基本信息”表都没有写明评价哪一年，没有采用。请在标题中写明年度，或者在“基本信息”表中填写评价年度。`,
  'row-unknown': ({ label }) =>
    `含有数字的行“${label}”含义不明，没有采用。请确认行名，项目应列在“项目支出”之下，或者在对照文件（--map）中选择。`,
  'row-above-header': ({ label }) => `表头上方的行“${label}”含有数字，没有采用。如属于该表，请把表头移到该行上方。`,
  'field-unknown': ({ label, known }) =>
    `填报项“${label}”不是已知的填报项，没有采用${known === '' ? '' : `，相近的有：${known}`}。`,
  'project-unmatched': ({ name, has, lacks, known }) =>
    `项目“${name}”只有${has}，没有${lacks}${known === '' ? '' : `；只有${lacks}的项目：${known}`}。请检查两处的项目名称是否一致。`,
  'sheet-unrecognised': ({ sheet }) => `工作表“${sheet}”不是已知的表式，没有采用。`,
  'sheet-hidden': ({ sheet }) => `工作表“${sheet}”已隐藏，没有采用。需要采用请取消隐藏。`,
  'month-mode-detected': ({ series, mode, why }) =>
    `“${series}”没有写明是累计数还是当月数，因${why}，按${mode}处理，请确认。`,
  'month-mode-unclear': ({ series }) =>
    `“${series}”无法判断是累计数还是当月数。请在行名或标题中写明“累计”或“当月”，或者在对照文件（--map）中选择。`,
  'month-mode-contradicts': ({ series, stated, why, year, likely }) =>
    `“${series}”写明是${stated}，但${why}（${year}），看起来是${likely}。请改正行名或标题，或者改正各月的数。`,
  'month-falls': ({ series, month, from, to }) =>
    `“${series}”是累计数，应逐月不减，但${month}由前一个月份的${from}降为${to}。请核对这两个月的数。`,
  'year-unclear': ({ found }) => `“评价年度”应为四位年份（例如2023），实际为“${found}”，没有采用。请改为四位年份。`,
  'year-differs': ({ year, other }) => `标题中的年度${other}与评价年度${year}不一致，请核对是否用错了表。`,
  'years-differ': ({ years }) =>
    `各表标题中的年度不一致：${years}。请核对是否用错了表，并在“基本信息”表中填写评价年度。`,
  'answer-unknown': ({ found, allowed }) => `填写的“${found}”无法识别，应为：${allowed}。`,
  'parts-differ': ({ total, totalName, parts, partsName, difference }) =>
    `勾稽关系不符：${totalName}为${total}，${partsName}为${parts}，相差${difference}。请核对。`,
  'levels-differ': ({ whole, total, parts, difference }) =>
    `上下级科目不符：${whole}为${total}，其下级合计为${parts}，相差${difference}。请核对这几行。`,
  'total-added-up': ({ key, total }) => `表中没有合计行，${key}按各项相加为${total}，请确认明细没有遗漏。`,
  'page-sum-differs': ({ label, header, total, parts }) =>
    `“${label}”行的“${header}”为${total}，本页各行相加为${parts}。该行不作为项目采用，请核对是否有缺行或重复行。`,
  'code-unclear': ({ found }) =>
    `科目编码“${found}”无法识别，该行没有采用。类、款、项编码应为3位、5位、7位数字，或分列在类、款、项三列。请改正编码。`,
  'code-repeated': ({ code }) =>
    `科目编码“${code}”在同一张表中出现了两次，可能有一行的下级编码漏填。请核对这两行的编码。`,
  'form-unclear': ({ sheet, forms }) =>
    `工作表“${sheet}”可能是以下表式之一：${forms}，没有采用。请在表头上方写明表名，或者在对照文件（--map）中选择。`,
  'choice-unusable': ({ about, label, choice, allowed }) =>
    `对照文件中为${about}“${label}”选择的“${choice}”不能用于此处，没有采用。可选：${allowed}。请改正选择。`,
  'more-of-kind': ({ count }) => `与此同类的问题还有${count}个，没有逐一列出。请处理已列出的问题后重新运行。`,
  'meaning-unclear': ({ header, form, alternatives }) =>
    `“${form}”的列“${header}”可能是${alternatives}，没有采用。请在列名中写明。`,
  'meaning-contradicts': ({ row, header, form }) =>
    `“${form}”中“${row}”行与“${header}”列的含义矛盾，没有采用。请核对表名、行名和列名。`,
  'entry-unclear': ({ what, found }) =>
    `“${what}”一列的${found}无法识别，没有按${what}汇总。请改为规范名称，或者在对照文件（--map）中选择。`,
  'state-unclear': ({ what, found }) =>
    `“${what}”一列的“${found}”无法识别，不知道这些记录是否应当计入，整张表没有汇总。请改为“已支付”“有效”“已作废”等规范名称，或者在对照文件（--map）中选择。`,
  'kind-missing': ({ names }) =>
    `表中没有“支出类别”或“项目类别”一列，“${names}”看起来属于基本支出，没有按类别和项目汇总。请补充该列。`,
  'header-misspelt': ({ header, word }) =>
    `列名“${header}”与“${word}”只差一点，没有采用。如果就是这一列，请改为“${word}”。`,
  'units-added-up': ({ units }) => `表中有多个单位，已相加：${units}。请确认它们都属于本部门。`,
  'units-incomplete': ({ keys }) =>
    `有的单位没有填写这些数据，没有相加：${keys}。没有金额的单位请填0，或者增加一行部门合计。`,
  'unit-tables-unclear': ({ form, sheets }) =>
    `有几张“${form}”（${sheets}），数据各不相同，可能是各单位的表（应当相加），也可能只应采用其中一张，没有采用。请增加一张汇总表，或者在对照文件（--map）中选择“相加”或其中一张表。`,
  'list-total-differs': ({ total, parts, difference }) =>
    `合计行为${total}，各笔相加为${parts}，相差${difference}。请核对是否有缺行或重复行。`,
  'date-unclear': ({ found }) =>
    `支付日期“${found}”无法识别，各月累计支出数没有采用。应为日期或20231215、2023-12-15这样的文字，请改正后重新运行。`,
  'amount-blank': ({ header }) =>
    `这些行的“${header}”是空的，按缺数据处理，没有汇总。没有金额的请填0，不是一笔记录的请删除该行。`,
  'records-repeated': ({ what }) =>
    `这几行是完全相同的${what}，可能重复导出，也可能确有几条，有关的合计没有采用。请删除重复的行，或用编号区分。`,
  'figures-not-final': ({ headers }) =>
    `绩效监控表中的${headers}是监控时点的执行数或全年预计数，不是决算数，没有采用。请使用年度终了后的执行表。`,
  'funds-unclear': ({ key, funds }) =>
    `表中同时有${funds}，不知道“其他资金”是它们的合计还是另外一项，“${key}”没有采用。请写明合计，或者把各项改为不同的名称。`,
  'records-other-year': ({ what, year, count, amount }) =>
    `有${count}${what}不在${year}年，合计${amount}，没有计入。请确认。`,
  'payments-left-out': ({ what, states, count, amount }) =>
    `有${count}${what}标明“${states}”，合计${amount}，没有计入。请确认。`,
  'returns-unclear': ({ count, amount }) =>
    `有${count}笔标明退回的支付没有计入，合计${amount}，而表中另有同额的负数支付，可能重复扣减。请只保留一种：改正状态，或者删除负数行。`,
  'refund-column-unclear': ({ header, count, amount }) =>
    `“${header}”一列有${count}笔退款，合计${amount}，不知道支付金额是否已经扣减，整张表没有汇总。请把退款改为支付金额中的负数行，或者在对照文件（--map）中选择。`,
  'refund-unclear': ({ words, count, amount }) =>
    `有${count}笔支付标明“${words}”而金额为正数，合计${amount}，不知道应当扣减还是计入，整张表没有汇总。请把退款的金额改为负数，或者在对照文件（--map）中选择。`,
  'refunds-taken-off': ({ words, count, amount }) =>
    `有${count}笔支付标明“${words}”，合计${amount}，已按退款扣减。请确认。`,
  'payments-start-late': ({ month }) => `支付明细从${month}开始，此前各月按没有支付处理。请确认导出的时间范围是全年。`,
  'records-year-unclear': ({ what, years }) =>
    `${what}分属多个年度（${years}），不知道评价哪一年，没有采用。请在“基本信息”表中填写评价年度。`,
  'part-exceeds-whole': ({ part, partAmount, whole, wholeAmount }) =>
    `${part}为${partAmount}，大于${whole}${wholeAmount}，而前者只是后者的一部分。请核对这两个数和金额单位。`,
  'parts-rounding': ({ totalName, difference }) => `${totalName}与明细相差${difference}，属四舍五入，不影响结果。`,
  'told-twice': ({ key, first, second }) => `同一数据“${key}”两处不一致：${first}与${second}，已采用前者。请核对。`,
  'over-budget': ({ key, executed, budget }) => `${key}${executed}超过全年预算数${budget}，请核对或说明原因。`,
  'spent-without-budget': ({ key, executed }) => `${key}为${executed}，但全年预算数为0，请核对。`,
  'average-budget-assumed': ({ basis }) => `没有填写各月末预算数，各月末累计执行率按“${basis}”计算。`,
  'scheme-unverified': ({ scheme, source }) =>
    `指标体系“${scheme}”未与财政部门正式文件核对（来源：${source}），分值和评分方式请以当地文件为准。`,
  'project-unclear': ({ indicator, count, projects }) =>
    projects === ''
      ? `指标“${indicator}”针对项目，工作簿中没有列出项目。请在支出表中逐个列出项目，或在指标体系中把“{项目}”改为其他名称。`
      : `指标“${indicator}”针对一个项目，工作簿中有${count}个项目（${projects}），不知道是哪一个。请在指标体系中把“{项目}”改为项目名称，或把“逐项设指标”改为“按项目”（分值平分到各项目），或只保留要评价的项目。`,
  'fact-name-unknown': ({ indicator, name, known }) =>
    `指标“${indicator}”用到的“${name}”不是任何表能提供的数据${known === '' ? '' : `，相近的有：${known}`}。请在指标体系中改正名称。`,
  'weights-differ': ({ sum, total }) => `各指标分值之和为${sum}，与总分${total}不符。`,
  'value-missing': ({ indicator, keys }) => `指标“${indicator}”缺数据，不能计分：${keys}。${whereToFill(keys)}`,
  'value-above-full': ({ indicator, value }) =>
    `指标“${indicator}”的指标值为${value}，超过100%，已按此计分。请核对分子和分母的口径是否一致。`,
  'value-negative': ({ indicator, value }) =>
    `指标“${indicator}”的指标值为${value}，是负数，已按此计分。请核对分子和分母的正负号。`,
  'weight-redistributed': ({ indicator, weight, others }) =>
    `指标“${indicator}”不适用，其分值${weight}分由其他指标按比例分摊，分摊后的分值：${others}。写回的分值和公式按这次分摊写定，不随数据变化；该指标的数据改变后请重新运行。`,
  'judgement-missing': ({ indicator, points }) => `指标“${indicator}”尚未填写：${points}。请在“自评打分”表中填写。`,
  'reason-missing': ({ indicator, deduction }) => `指标“${indicator}”扣${deduction}分，但没有写扣分原因。请补充。`,
  'score-out-of-range': ({ indicator, score, weight }) =>
    `指标“${indicator}”的得分${score}不在0到${weight}之间。请改正。`,
  'override-kept': ({ indicator, stated, computed }) =>
    `指标“${indicator}”保留人工填写的${stated}分，按规则计算为${computed}分。如不需要人工得分，请清空该单元格。`,
  'indicator-unknown': ({ name, known }) =>
    `指标“${name}”不在指标体系中。${known === '' ? '请核对指标名称' : `相近的指标：${known}`}。`,
  'point-unknown': ({ indicator, point }) => `指标“${indicator}”没有评分要点“${point}”，该行没有采用。`,
  'weight-in-sheet-differs': ({ indicator, stated, weight }) =>
    `指标“${indicator}”表中分值为${stated}，指标体系中为${weight}，该行没有写入。请统一分值。`,
  'placeholder-unknown': ({ name, known }) => `文字中的“{${name}}”没有对应的数据。相近或可用的名称：${known}。`,
  'output-name-repeated': ({ name }) => `产出指标“${name}”重复，后面的没有采用。请改为不同的名称。`,
  'target-missed': ({ output, planned, actual }) => `产出指标“${output}”计划${planned}，实际${actual}，未达到计划值。`,
  'draft-incomplete': ({ count, what }) => `报告中有${count}处待补充，已用【待补充】标出：${what}。`,
  'indicator-repeated': ({ indicator, sheet }) =>
    `表“${sheet}”中指标“${indicator}”重复，该行没有写入，该表的合计也没有写入。请保留一行。`,
  'indicator-not-in-sheet': ({ indicator, sheet }) =>
    `指标“${indicator}”不在表“${sheet}”中，其得分没有写入，该表的合计也没有写入。`,
  'total-incomplete': ({ sheet }) =>
    `表“${sheet}”的这些单元格是空的，包含它们的合计不完整，按缺数据处理。请补充；没有金额的请填0。`,
  'total-skips-blank': ({ sheet }) =>
    `表“${sheet}”的合计公式包含空单元格，已按合计公式的结果采用。请确认空白处确实没有金额。`,
  'text-in-sum': ({ sheet }) => `表“${sheet}”的这些数字是文本格式，合计公式没有把它们算进去。请选中后转换为数字。`,
  'totals-differ': ({ first, firstAmount, second, secondAmount }) =>
    `${first}为${firstAmount}，${second}为${secondAmount}，两者通常一致。请核对或在报告中说明原因。`,
  'part-missing': ({ totalName, total, partsName, parts, missing }) =>
    `${totalName}为${total}，${partsName}为${parts}，其余部分没有列出：缺少${missing}。请检查行名是否正确。`,
  'negative-amount': ({ key, amount }) => `${key}为${amount}，是负数。请核对。`,
  'name-masked': ({ name }) =>
    `名称中有疑似身份证号或银行卡号的数字，已用****代替，记为“${name}”。请在原表中改为不含个人信息的名称。`,
  'project-nameless': ({ label }) => `“${label}”的上方没有写明项目名称，金额没有采用。请在“项目名称”右边填写。`,
  'project-without-funds': ({ project }) =>
    `项目“${project}”的下方没有找到可识别的项目资金表，该项目的金额没有采用。请检查表头（年初预算数、全年预算数、全年执行数）和“年度资金总额”一行是否完整。`,
  'project-repeated': ({ project }) => `项目“${project}”重复，后面的一行没有采用。请合并或改名。`,
  'target-unset': ({ output }) => `产出指标“${output}”没有计划值，没有计入任务完成率。请补充计划值。`,
  'field-missing': ({ field }) => `没有填写“${field}”。请在“基本信息”表中补充。`,
  'brace-unclosed': ({ text }) => `“${text}”中的花括号不成对，没有替换为数据。请写成{产出指标名称}。`,
  'evidence-missing': ({ indicators, count }) =>
    `由人工评分的指标有${count}项没有填写佐证材料：${indicators}。请在“佐证材料”栏写明材料名称和出处。`,
  'scheme-cell': ({ header, found, allowed }) =>
    `指标体系的“${header}”${found === '' ? '没有填写' : `填写了“${found}”`}，这里应为：${allowed}。请改正。`,
  'scheme-part-missing': ({ part }) => `指标体系缺少“${part}”。请补充；可用“npx jixiao scheme”导出一份对照。`,
  'scheme-name-repeated': ({ indicator }) => `指标体系中有两个“${indicator}”，无法分清。请改为不同的名称。`,
  'scheme-sheets': ({ sheets }) => `有几个工作表都是指标体系：${sheets}。请只保留一个。`,
  'scheme-sheet-passed-over': ({ sheet, chosen }) =>
    `按要求使用了指标体系“${chosen}”，工作表“${sheet}”中的指标体系没有采用。如需采用，请不要写--scheme。`,
  'scheme-sheet-unread': ({ sheet, columns }) =>
    `工作表“${sheet}”没有作为指标体系采用，因为表头不全，应有：${columns}。可用“npx jixiao scheme”导出一份对照。`,
  'scheme-sheet-hidden': ({ sheet }) =>
    `工作表“${sheet}”是隐藏的，其中的指标体系没有采用。如需采用，请取消隐藏；否则请删除或改名。`,
  'cell-changed-meanwhile': ({ count }) =>
    `读取之后有${count}个单元格被改动，保持原样，没有写入。请重新计算；需要写入结果的，请先清空这些单元格。`,
  'document-data-missing': () =>
    '文档没有携带成稿时的数据，分不清哪些文字由人改过；与工作簿不同的文字都按“正文已改”处理。请核对后逐处更新，或重新生成报告。',
  'document-data-altered': () => '文档携带的成稿数据被其他程序改动过，各处状态可能不准。请核对后再更新。',
  'document-of-other': ({ document, workbook }) =>
    `文档是“${document}”的报告，工作簿是“${workbook}”的数据。请确认没有选错工作簿。`,
  'phrases-stale': ({ count }) =>
    `有${count}处数据已变，文档仍是旧内容。请更新这些内容（命令行可用 --update changed --out 新报告.docx）。`,
  'phrases-edited': ({ count }) =>
    `有${count}处文字由人改过，而工作簿的数据之后又变了，已保留人写的文字。请逐处核对，需要采用新数据的再更新。`,
  'phrases-sourceless': ({ count }) =>
    `有${count}处内容在工作簿中已没有来源，保持原样。请核对是否仍然成立，或在工作簿中补充。`,
  'phrases-kept': ({ count }) =>
    `有${count}处没有更新：读取之后被改动，或者被锁定、含有批注图片等，更新会丢失这些内容。请核对后再试。`,
  'controls-lost': ({ count, what }) =>
    `有${count}处原来的关联没有恢复，因为文字已改动或移动：${what}。需要关联的，请重新插入。`,
  'final-incomplete': ({ count, what }) => `定稿中仍有${count}处待补充：${what}。请补充后再报送。`,
  'cell-kept': ({ indicator, column, kept }) => `“${indicator}”的${column}由人工填写（${kept}），已保留，没有写入。`,
  'template-brace-open': ({ text, place }) =>
    `${place}：“{${text}”缺少右花括号“}”。花括号只用于占位，请补上“}”，或者删去“{”。`,
  'template-brace-close': ({ text, place }) =>
    `${place}：“${text}}”缺少左花括号“{”。花括号只用于占位，请补上“{”，或者删去“}”。`,
  'template-empty': ({ place }) => `${place}：花括号中没有名称。请写明名称，例如{决算数}，或者删去花括号。`,
  'template-name-unknown': ({ tag, place, known }) =>
    `${place}：${tag}不是可用的名称。${known === '' ? '' : `相近的有：${known}。`}可用“npx jixiao keys 工作簿”查看全部名称。`,
  'template-loop-unknown': ({ tag, place, known }) => `${place}：${tag}不是可用的循环。相近或可用的有：${known}。`,
  'template-outside-loop': ({ tag, place, loops }) => `${place}：${tag}只能写在${loops}与其结束标记之间。`,
  'template-loop-as-value': ({ tag, place }) =>
    `${place}：${tag}是循环，不能直接写出内容。请写作{#${tag.slice(1, -1)}}……{/${tag.slice(1, -1)}}，在其间写各项内容。`,
  'template-value-as-loop': ({ tag, place, name, known }) =>
    `${place}：${tag}不能用作循环，只有一个内容。请写作{${name}}；有内容才写的部分用{?${name}}……{/${name}}。可用的循环：${known}。`,
  'template-loop-in-itself': ({ tag, place, loop }) =>
    `${place}：${tag}已在循环“${loop}”之内，不能再次循环。请删去其中一个，或者先用{/${loop}}结束外面的循环。`,
  'template-unclosed': ({ tag, place, end }) => `${place}：${tag}没有结束。请在需要结束的地方写${end}。`,
  'template-unopened': ({ tag, place }) => `${place}：${tag}没有对应的开始标记。请补上开始标记，或者删去它。`,
  'template-mismatch': ({ tag, place, opened, end }) =>
    `${place}：${tag}与尚未结束的${opened}不一致。请先写${end}，或者改正名称。`,
  'template-across': ({ tag, place, end }) =>
    `${place}：${tag}与${end}不在一处。两者应在同一段落，或在同一单元格（或正文）的不同段落，或在同一表格的各行。`,
  'template-too-long': ({ limit }) => `模板展开后内容过多，超过${limit}项。请减少循环之内的循环。`,
  'template-layout': ({ tags }) =>
    `${tags}所在的版式无法展开。请把循环或条件的开始和结束标记放在同一段落、同一单元格的不同段落，或同一表格的各行。`,
  'template-blank': ({ example }) =>
    `模板中没有任何占位。请在需要的地方写上用花括号括起的名称，例如${example}。可用“npx jixiao keys 工作簿”查看全部名称。`,
};

/** The message for people, beginning with the cells it is about. */
export function messageOf(found: Finding): string {
  const message = wordsOf(found);
  const count = countOf(found);
  return found.cells.length === 0 ? `${message}${count}` : `${showCells(found.cells)}${count}：${message}`;
}

/** The message without its cells, for a place that shows them by themselves and where nothing is typed on a command line. */
export function remarkOf(found: Finding): string {
  return `${IN_PANE.reduce((message, [there, here]) => message.replace(there, here), wordsOf(found))}${countOf(found)}`;
}

/** What is done on the command line, and the same in the pane. */
const IN_PANE: readonly (readonly [string, string])[] = [
  ['在对照文件（--map）中选择', '在“数据”页的“待确认”中选择'],
  ['请用“npx jixiao new --out 空白表.xlsx”生成填报表，或检查', '请检查'],
  ['可用“npx jixiao keys 工作簿”查看全部名称。', ''],
  ['可用“npx jixiao scheme”导出一份对照。', '可对照自带的指标体系填写。'],
  ['如需采用，请不要写--scheme。', '如需采用，请在“评分”页选择工作簿的指标体系。'],
  ['重新计算并保存后再运行', '重新计算'],
  ['重新运行', '重新计算'],
];

function wordsOf(found: Finding): string {
  return (MESSAGES[found.code] as (params: FindingParams[FindingCode]) => string)(found.params);
}

function countOf({ count }: Finding): string {
  return count === undefined ? '' : `（共${String(count)}处）`;
}

export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = { error: '错误', warning: '提醒', info: '提示' };
