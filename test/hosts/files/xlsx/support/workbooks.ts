import { writeXlsx, type WriteSheet } from 'hucre/xlsx';
import { repack, zip } from './packages.ts';

/** A workbook made by the library. */
export function made(...sheets: WriteSheet[]): Promise<Uint8Array> {
  return writeXlsx({ sheets });
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** What a hand-written workbook is made of; everything has a plain default. */
export interface Written {
  /** The text inside `<worksheet>` of each sheet; sheets are called 表1, 表2, … */
  readonly sheets: readonly string[];
  readonly sharedStrings?: string;
  readonly styles?: string;
  readonly main?: string;
  readonly office?: string;
  readonly workbookPr?: string;
  readonly states?: readonly string[];
  /** How the sheets' parts are named in the relationships: `worksheets/` or `/xl/worksheets/`. */
  readonly target?: string;
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
  /** More relationships of the workbook. */
  readonly relationships?: string;
}

/** A workbook written by hand, for what the library does not write. */
export function byHand(workbook: Written): Promise<Uint8Array> {
  const { sheets, main = MAIN, office = OFFICE, target = 'worksheets/', parts = {} } = workbook;
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const list = sheets.map((_sheet, index) => index + 1);
  const relationship = (id: string, type: string, to: string): string =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${to}"/>`;
  const files: [string, string | Uint8Array][] = [
    [
      '[Content_Types].xml',
      `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        '<Default Extension="xml" ContentType="application/xml"/>' +
        `<Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>` +
        list
          .map(
            (n) => `<Override PartName="/xl/worksheets/sheet${String(n)}.xml" ContentType="${TYPES}.worksheet+xml"/>`,
          )
          .join('') +
        (workbook.styles === undefined
          ? ''
          : `<Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>`) +
        '</Types>',
    ],
    [
      '_rels/.rels',
      `${head}<Relationships xmlns="${RELS}">${relationship('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${head}<workbook xmlns="${main}" xmlns:r="${office}">${workbook.workbookPr ?? ''}<sheets>` +
        list
          .map((n) => {
            const state = workbook.states?.[n - 1];
            const hidden = state === undefined ? '' : ` state="${state}"`;
            return `<sheet name="表${String(n)}" sheetId="${String(n + 4)}"${hidden} r:id="rId${String(n)}"/>`;
          })
          .join('') +
        '</sheets></workbook>',
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${head}<Relationships xmlns="${RELS}">` +
        list.map((n) => relationship(`rId${String(n)}`, 'worksheet', `${target}sheet${String(n)}.xml`)).join('') +
        (workbook.sharedStrings === undefined ? '' : relationship('rIdS', 'sharedStrings', 'sharedStrings.xml')) +
        (workbook.styles === undefined ? '' : relationship('rIdY', 'styles', 'styles.xml')) +
        (workbook.relationships ?? '') +
        '</Relationships>',
    ],
    ...sheets.map((sheet, index): [string, string] => [
      `xl/worksheets/sheet${String(index + 1)}.xml`,
      sheet.startsWith('<?xml') ? sheet : `${head}<worksheet xmlns="${main}" xmlns:r="${office}">${sheet}</worksheet>`,
    ]),
  ];
  if (workbook.sharedStrings !== undefined) {
    files.push(['xl/sharedStrings.xml', `${head}<sst xmlns="${main}">${workbook.sharedStrings}</sst>`]);
  }
  if (workbook.styles !== undefined) {
    files.push(['xl/styles.xml', `${head}<styleSheet xmlns="${main}">${workbook.styles}</styleSheet>`]);
  }
  return zip([...files, ...Object.entries(parts)]);
}

/** A workbook with one of everything that a department's file may hold. */
export async function everything(): Promise<Uint8Array> {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: '预算',
        columns: [{ width: 22 }, { width: 14 }, { width: 14 }, { width: 10, numFmt: '0.00%' }],
        rows: [
          ['部门整体支出', null, null, null],
          ['项目', '预算数', '决算数', '支出率'],
          ['基本支出', 1200000.55, 1180000.1, null],
          ['项目支出', 830000, 790000, null],
          ['更新日期', new Date(Date.UTC(2024, 2, 15)), null, null],
        ],
        cells: new Map([
          ['0,0', { value: '部门整体支出', type: 'string' as const, style: { font: { bold: true, size: 16 } } }],
          [
            '2,3',
            {
              formula: 'C3/B3',
              value: 0.98333,
              formulaResult: 0.98333,
              type: 'formula' as const,
              style: { numFmt: '0.00%' },
            },
          ],
          ['3,3', { formula: 'C4/B4', value: 0.9518, formulaResult: 0.9518, type: 'formula' as const }],
          ['3,0', { value: '项目支出', type: 'string' as const, comment: { author: '审核', text: '含上年结转' } }],
        ]),
        merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 3 }],
        dataValidations: [{ type: 'list', values: ['是', '否'], range: 'E2:E9' }],
        conditionalRules: [{ type: 'cellIs', operator: 'lessThan', formula: '0.9', priority: 1, range: 'D3:D4' }],
        freezePane: { rows: 2 },
        protection: { sheet: true, password: 'geheim', formatCells: true },
        charts: [
          {
            type: 'column',
            title: '支出',
            series: [{ name: '决算', values: 'C3:C4', categories: 'A3:A4' }],
            anchor: { from: { row: 8, col: 0 }, to: { row: 20, col: 4 } },
          },
        ],
      },
      {
        name: '明细',
        rows: [
          ['科目', '金额'],
          ['办公费', 10],
          ['差旅费', 20],
        ],
        tables: [{ name: '明细表', range: 'A1:B3', columns: [{ name: '科目' }, { name: '金额' }] }],
      },
      {
        name: '透视',
        rows: [],
        pivotTables: [
          {
            name: '汇总',
            sourceSheet: '明细',
            sourceRange: 'A1:B3',
            targetCell: 'A3',
            rows: ['科目'],
            values: [{ field: '金额' }],
          },
        ],
      },
      { name: '隐藏', rows: [['内部']], hidden: true },
      { name: '很隐藏', rows: [[true]], veryHidden: true },
    ],
    namedRanges: [{ name: '总额', range: '预算!$B$3:$B$4' }],
    vbaProject: new Uint8Array([0xcc, 0x61, 0x00, 0xff, 0x01, 0x02]),
  });
  return repack(bytes, {
    'xl/unknown/part.bin': new Uint8Array([1, 2, 3, 0, 255]),
    'docProps/thumbnail.jpeg': new Uint8Array([0xff, 0xd8, 0xff]),
  });
}
