import type { Phase } from '../workbook/stopwatch.ts';
import { UNUSABLE_TEMPLATE, WRITE_REFUSALS } from './host-texts.ts';
import { PRODUCT_NAME } from './terms.ts';

const NO_DOCUMENT = (file: string): string => `${file}：不是Word文档。请提供.docx文件。`;

/** What the command line prints besides findings. */
export const CLI = {
  usage: `${PRODUCT_NAME}

用法：
  npx jixiao evaluate <工作簿.xlsx> [--scheme 编号] [--out 结果.xlsx] [--report 报告.docx]
                     [--template 模板.docx] [--map 对照.json] [--timing] [--json]
      读取预算和执行数据，计算指标得分；--out 写出带得分的工作簿，--report 写出自评报告，--json 输出全部结果
      --template 用本单位的Word模板生成报告：模板中用{花括号}写名称，写法见 assets/template.docx 和 keys 命令
      --map 读入对没有把握之处的选择，写出的工作簿会记住这些选择
  npx jixiao explain <工作簿.xlsx> <指标名称> [--scheme 编号] [--map 对照.json] [--json]
      逐步说明一个指标或数据是怎样得出的，以及取自哪些单元格；未得满分的，说明最少改变哪个数、多少，可以提高得分
  npx jixiao explain <工作簿.xlsx> --change 数据名=+1% [--scheme 编号] [--map 对照.json] [--json]
      一个金额变动后各项得分怎样变化；变动写作+1%、-1%、+10000元或-1.5万元
  npx jixiao inspect <工作簿.xlsx> [--map 对照.json] [--save-map 对照.json] [--timing] [--json]
      逐表说明识别出的表式、单位、各列含义、取数范围，以及哪些内容没有采用、为什么
      --save-map 把没有把握的地方和可选项写成对照文件，填好“选择”后用 --map 读入；--timing 说明各步骤用时
  npx jixiao keys <工作簿.xlsx> [--scheme 编号] [--map 对照.json] [--json]
      列出报告模板中可以用{花括号}引用的全部名称，以及各自的内容和来源，还有各种循环和其中可以写的内容
      其中的数据名也可以写在基本信息和工作任务的文字中
  npx jixiao new --out 空白表.xlsx [--scheme 编号]
      生成待填写的工作簿；不覆盖已有的文件
  npx jixiao scheme [编号|指标体系.json|工作簿.xlsx] [--out 指标体系.json|.xlsx] [--json]
      不写对象时列出自带的指标体系；写明时显示其内容，--out 存为文件，两种格式可以互相转换
  npx jixiao refresh <报告.docx> --workbook 工作簿.xlsx [--update changed|all --out 新报告.docx]
                    [--scheme 编号] [--map 对照.json] [--json]
      核对报告中每一处数据与工作簿是否一致；--out 写出更新后的报告，原文件不变
      --update changed（不写时即为此项）只更新数据已变、文字没有人改过的；all 连同人改过的文字一起更新
  npx jixiao freeze <报告.docx> --out 定稿.docx [--undo] [--json]
      定稿：去掉报告与工作簿的关联，文字不变；--undo 恢复关联
  npx jixiao --version
      显示版本号

指标体系：--scheme 可写编号或文件（.json、.xlsx）；不写时采用工作簿中的“指标体系”表，没有该表时采用自带的第一个
编号：{schemes}
退出码：0 完成；1 完成，但有需要处理的错误；2 不能使用输入，没有写出任何文件`,
  unknownCommand: (name: string): string => `没有“${name}”这个命令。运行 npx jixiao --help 查看用法。`,
  badOption: (detail: string): string => `参数有误：${detail}。运行 npx jixiao --help 查看用法。`,
  options: {
    missingFile: '请写明要读取的工作簿',
    extraFile: (name: string): string => `多余的参数“${name}”`,
    missingIndicator: '请写明要说明的指标名称',
    missingScheme: '用--out导出时请写明指标体系的编号或文件',
    missingReport: '请写明报告（.docx）',
    missingWorkbook: '请用 --workbook 写明工作簿',
    unknownUpdate: (found: string): string => `“--update ${found}”应写作 --update changed 或 --update all`,
    updateWithoutOut: '更新报告时请用 --out 写明要生成的文件',
    missingOut: '请用 --out 写明要生成的文件',
    unknownOption: (name: string): string => `没有“${name}”这个选项`,
    missingValue: (name: string): string => `选项“${name}”后面缺少内容`,
    sameFile: '--out 与 --report 不能是同一个文件',
    templateAlone: '使用 --template 时，请用 --report 写明要生成的报告',
    templateIsReport: '--report 不能与 --template 是同一个文件，以免覆盖模板',
    wrongExtension: (name: string, expected: string): string => `“${name}”应以${expected}结尾`,
  },
  unknownScheme: (id: string, known: string): string => `没有编号为“${id}”的指标体系，可用的有：${known}。`,
  badPack: (file: string, count: number): string => `${file}：指标体系有${String(count)}处错误，没有采用：`,
  noSchemeSheet: (file: string): string =>
    `${file}：没有“指标体系”工作表（表头应有三级指标、分值、评分方式）。可用“npx jixiao scheme 编号 --out 指标体系.xlsx”导出一份。`,
  packs: {
    columns: ['编号', '名称', '年度', '核对情况', '来源'],
    state: (verified: boolean, checked: number, all: number): string =>
      verified ? '已核对' : checked === 0 ? '未核对' : `未核对（${String(all)}项中${String(checked)}项已核对）`,
    head: (id: string, name: string, year: string, total: string): string =>
      `${name}（${id}）  适用年度：${year}  总分：${total}`,
    source: (source: string): string => `来源：${source}`,
    indicatorColumns: ['一级／二级指标', '三级指标', '分值', '评分方式', '核对情况'],
    checked: (verified: boolean): string => (verified ? '已核对' : '未核对'),
  },
  unknownName: (name: string, known: string): string => `没有名为“${name}”的指标或数据。相近或可用的有：${known}。`,
  trace: {
    rule: '规则',
    substitution: '计算',
    clause: '依据',
    reason: '扣分原因',
    evidence: '佐证材料',
    whatIf: '提高得分',
    ofWeight: (weight: string): string => `分（分值${weight}分）`,
    notApplicable: (score: string, weight: string): string => `，按满分计${score}分（分值${weight}分）`,
  },
  change: {
    form: (text: string): string =>
      `“--change ${text}”应写作 --change 数据名=+1%，变动可写+1%、-1%、+10000元、-1.5万元`,
    unknownKey: (key: string, known: string): string =>
      `没有名为“${key}”的金额。${known === '' ? '' : `相近的有：${known}。`}可用“npx jixiao evaluate 工作簿 --json”查看全部数据名。`,
    noAmount: (key: string): string => `“${key}”不是金额，不能测算变动。`,
    noChange: (key: string): string =>
      `“${key}”按这个变动不足1分钱，没有变化。请写更大的变动，或写明金额，如+10000元。`,
    columns: ['指标', '原指标值', '新指标值', '原得分', '新得分', '变化'],
    nothingMoves: '没有指标值或得分随之变化。',
    scope: (followers: string): string =>
      `只改变这一个数，由它推算的数随之变化${followers === '' ? '（没有）' : `：${followers}`}；表中填写的合计和其他数不变。`,
  },
  keys: {
    columns: ['名称', '内容', '来源'],
    facts: '数据',
    phrases: '报告用语',
    loops: '循环（写在模板的段落或表格行中，开始和结束标记之间的内容每项重复一遍）',
    loopColumns: ['写法', '内容（第一项）', '项数'],
    indent: '· ',
    rounds: (count: string): string => `${count}项`,
    everyLoop: '每种循环中都可以写{序号}、{中文序号}；{?首项}……{/}、{?末项}……{/}用于第一项、最后一项才写的内容。',
    conditions:
      '条件：{?名称}……{/名称} 有内容且不为零时才写，{!名称}……{/名称} 没有内容或为零时才写；名称可以是上列任何一个。{/} 结束最近一个循环或条件。',
    shortened: (text: string): string => `${text}…`,
  },
  unusable: {
    empty: (file: string): string => `${file}：文件是空的（0字节）。请重新保存或下载后再运行。`,
    'not-a-workbook': (file: string): string => `${file}：不是Excel工作簿。请提供.xlsx、.xlsm或.xls文件。`,
    'not-a-document': NO_DOCUMENT,
    'html-table': (file: string): string =>
      `${file}：内容是网页（HTML）表格，不是Excel工作簿，只是扩展名相同。请在Excel或WPS中打开，另存为.xlsx后再运行。`,
    'xml-table': (file: string): string =>
      `${file}：是Excel 2003的XML表格。请在Excel或WPS中打开，另存为.xlsx后再运行。`,
    'plain-text': (file: string): string =>
      `${file}：内容是文本（如CSV），不是Excel工作簿。请在Excel或WPS中打开，核对科目编码的前导零和金额后，另存为.xlsx再运行。`,
    encrypted: (file: string): string => `${file}：工作簿设有打开密码。请在Excel或WPS中取消密码，另存后再运行。`,
    'legacy-xls': (file: string): string => `${file}：是Excel 97以前的.xls格式。请在Excel或WPS中另存为.xlsx后再运行。`,
    'too-large': (file: string): string => `${file}：文件过大。请删除无关的工作表后再运行。`,
    damaged: (file: string): string => `${file}：文件已损坏，无法读取。请在Excel或WPS中打开并另存后再运行。`,
    'not-found': (file: string): string => `${file}：没有这个文件。请检查文件名和路径。`,
    'not-readable': (file: string): string => `${file}：无法读取。请检查是否有权限、是否被其他程序占用。`,
  },
  unusableDocument: {
    empty: (file: string): string => `${file}：文件是空的（0字节）。请重新保存后再运行。`,
    encrypted: (file: string): string =>
      `${file}：是旧版的.doc文档，或者设有打开密码。请在Word或WPS中取消密码，另存为.docx后再运行。`,
    'too-large': (file: string): string => `${file}：文件过大。请压缩其中的图片后再运行。`,
    damaged: (file: string): string => `${file}：文档已损坏，无法读取。请在Word或WPS中打开并另存后再运行。`,
    'not-a-document': NO_DOCUMENT,
    'not-a-workbook': NO_DOCUMENT,
    'html-table': NO_DOCUMENT,
    'xml-table': NO_DOCUMENT,
    'plain-text': NO_DOCUMENT,
    'legacy-xls': NO_DOCUMENT,
    'not-found': (file: string): string => `${file}：没有这个文件。请检查文件名和路径。`,
    'not-readable': (file: string): string => `${file}：无法读取。请检查是否有权限、是否被其他程序占用。`,
  },
  signedDocument: (file: string): string => `${file}：文档带有数字签名，改动会使签名失效。请使用未签名的副本。`,
  refresh: {
    counts: (counts: string): string => `报告中的关联：${counts}`,
    columns: ['状态', '位置', '名称', '文档现为', '工作簿现为', '来源'],
    place: (paragraph: number): string => `第${String(paragraph)}段`,
    gone: '（没有）',
    updated: (count: number): string => `更新了${String(count)}处`,
    nothingToUpdate: '没有需要更新的内容，没有写出任何文件。',
    noLinks: (file: string): string =>
      `${file}：没有与工作簿关联的内容，不能核对。请用 npx jixiao evaluate 工作簿.xlsx --report 报告.docx 生成报告。`,
    frozen: (file: string): string =>
      `${file}：已经定稿，没有可以核对的关联。请先用 npx jixiao freeze --undo 恢复关联。`,
    otherYear: (file: string, document: string, workbook: string): string =>
      `${file}：是${document}年度的报告，工作簿是${workbook}年度的数据，没有核对。请选择同一年度的工作簿。`,
  },
  freeze: {
    done: (count: number): string => `已定稿，去掉${String(count)}处关联`,
    undone: (count: number): string => `已恢复${String(count)}处关联`,
    nothing: (file: string): string => `${file}：没有与工作簿关联的内容，没有写出任何文件。`,
    notFrozen: (file: string): string => `${file}：不是由本工具定稿的，或者已经恢复，没有写出任何文件。`,
  },
  unusableTemplate: {
    ...UNUSABLE_TEMPLATE,
    'not-found': (file: string): string => `${file}：没有这个文件。请检查文件名和路径。`,
    'not-readable': (file: string): string => `${file}：无法读取。请检查是否有权限、是否被其他程序占用。`,
  },
  templateIntro: (file: string, count: number): string => `${file}：模板有${String(count)}处错误，没有写出任何文件：`,
  badMapping: (file: string, count: number): string =>
    `${file}：对照文件有${String(count)}个问题，没有采用，也没有写出任何文件：`,
  mappingExists: (file: string): string =>
    `${file}：文件已存在，没有覆盖。请换一个文件名；如需在原有选择上更新，请同时用 --map 读入该文件。`,
  savedMapping: (file: string, open: number): string =>
    open === 0 ? `已写出：${file}（没有待确认的问题）` : `已写出：${file}（${String(open)}个问题待确认）`,
  timing: (phases: string): string => `用时：${phases}`,
  phase: (name: string, ms: string): string => `${name}${ms}毫秒`,
  phases: {
    unzip: '解压',
    parse: '读取单元格',
    recognise: '识别表式',
    facts: '取数',
    evaluate: '评分',
    write: '写出',
    print: '输出',
  } satisfies Readonly<Record<Phase, string>>,
  cannotWrite: (file: string): string => `${file}：无法写入。请检查文件夹是否存在、是否有权限、文件是否正被打开。`,
  exists: (file: string): string => `${file}：文件已存在，没有覆盖。请换一个文件名，或者先删除该文件。`,
  refused: {
    ...WRITE_REFUSALS,
    'read-only-format': '旧版.xls只能读取，不能写入得分。请在Excel或WPS中另存为.xlsx，再对该文件使用--out。',
  },
  refusal: (file: string, place: string, why: string): string =>
    `${file}${place === '' ? '' : ` ${place}`}：${why}没有写出任何文件。`,
  header: (department: string, year: string): string =>
    `${department || '（部门名称待补充）'}  ${year === '' ? '（年度待补充）' : `${year}年度`}`,
  scheme: (name: string, verified: boolean): string => `指标体系：${name}${verified ? '' : '（未与正式文件核对）'}`,
  columns: ['指标', '分值', '指标值', '得分', '扣分', '扣分原因'],
  total: '合计',
  recognised: '识别的工作表',
  findings: (errors: number, warnings: number, infos: number): string =>
    `检查结果：错误${String(errors)}项，提醒${String(warnings)}项，提示${String(infos)}项`,
  noFindings: '检查结果：没有发现问题',
  written: (file: string): string => `已写出：${file}`,
  unusableIntro: (count: number): string => `不能使用这个工作簿，有${String(count)}个问题，没有写出任何文件：`,
} as const;
