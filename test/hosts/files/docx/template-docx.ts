import { intake } from '../../../../src/core/intake/intake.ts';
import { evaluate } from '../../../../src/core/scheme/evaluate.ts';
import { DEFAULT_PACK, packById } from '../../../../src/core/scheme/packs/packs.ts';
import { templateContent, type TemplateContent } from '../../../../src/core/report/template/template-content.ts';
import type { TemplateScope } from '../../../../src/core/report/template/template-scope.ts';
import { messageOf } from '../../../../src/core/texts/finding-texts.ts';
import { readDocument, type FoundDocument } from '../../../../src/hosts/files/docx/read-document.ts';
import { TemplateFile } from '../../../../src/hosts/files/docx/template/template-file.ts';
import { WorkbookFile } from '../../../../src/hosts/files/workbook-file.ts';
import { sample } from '../../../support/project.ts';
import { pack } from './package.ts';

/** Makes templates for tests: small documents whose XML is written by hand, so that runs can be cut as Word cuts them. */

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml.';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A run for each text. */
export function p(...runs: readonly string[]): string {
  return `<w:p>${runs.map(run).join('')}</w:p>`;
}

export function run(text: string): string {
  return `<w:r><w:t xml:space="preserve">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</w:t></w:r>`;
}

/** A table; a cell is one paragraph, or the XML of several. */
export function table(...rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => `<w:tc><w:tcPr/>${text.startsWith('<') ? text : p(text)}</w:tc>`;
  return `<w:tbl><w:tblPr/><w:tblGrid/>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}

const STYLES = `${HEAD}<w:styles ${W}><w:style w:styleId="own"><w:name w:val="本单位样式"/></w:style></w:styles>`;

/** The parts of a template with a body, and with a header and a footer if they are given. */
export function templateParts(
  body: string,
  { header, footer, more = {} }: { header?: string; footer?: string; more?: Readonly<Record<string, string>> } = {},
): Map<string, string> {
  const override = (name: string, type: string): string =>
    `<Override PartName="/word/${name}.xml" ContentType="${TYPES}${type}+xml"/>`;
  return new Map([
    [
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('document', 'document.main')}${override('styles', 'styles')}${header === undefined ? '' : override('header1', 'header')}${footer === undefined ? '' : override('footer1', 'footer')}</Types>`,
    ],
    [
      '_rels/.rels',
      `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ],
    ['word/document.xml', `${HEAD}<w:document ${W}><w:body>${body}<w:sectPr/></w:body></w:document>`],
    ['word/styles.xml', STYLES],
    ...(header === undefined ? [] : [['word/header1.xml', `${HEAD}<w:hdr ${W}>${header}</w:hdr>`] as const]),
    ...(footer === undefined ? [] : [['word/footer1.xml', `${HEAD}<w:ftr ${W}>${footer}</w:ftr>`] as const]),
    ...Object.entries(more),
  ]);
}

export function templateDocx(...parts: Parameters<typeof templateParts>): Promise<Uint8Array> {
  return pack(templateParts(...parts));
}

/** What a workbook gives a template; the sample if none is told. */
export async function contentOf(workbook: Uint8Array = sample()): Promise<TemplateContent> {
  const { ledger } = intake(await new WorkbookFile(workbook).read());
  const scheme = packById(DEFAULT_PACK);
  if (scheme === undefined) throw new Error('no scheme');
  const { scorecard, facts } = evaluate(scheme, ledger);
  return templateContent(ledger, scorecard, facts);
}

/** Content in which names stand for made-up texts, each a phrase with one line for each line of the text. */
export function madeUp(
  texts: Readonly<Record<string, string>>,
  loops: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>> = {},
): TemplateContent {
  const scope = (own: Readonly<Record<string, string>>): TemplateScope => ({
    words: (name) => {
      const text = own[name];
      if (text === undefined) return undefined;
      return {
        lines: text.split('\r').map((line) => [{ kind: 'phrase', id: name, text: line, source: '表!A1' }]),
        holds: text !== '',
      };
    },
    rounds: (name) => loops[name]?.map(scope),
  });
  return {
    title: '报告',
    department: '部门',
    year: '2023',
    facts: [],
    root: scope(texts),
    loops: Object.entries(loops).map(([name, [first = {}]]) => ({ name, fields: Object.keys(first), loops: [] })),
    names: Object.keys(texts),
    findings: [],
  };
}

/** The filled document. @throws with all messages when the template is refused. */
export async function filled(template: Uint8Array, content: TemplateContent): Promise<Uint8Array> {
  const file = await TemplateFile.open(template);
  const outcome = await file.fill(content);
  if (outcome.kind === 'refused') throw new Error(outcome.findings.map(messageOf).join('\n'));
  return file.bytes();
}

/** The paragraphs and controls that a body becomes. */
export async function bodyOf(body: string, content: TemplateContent): Promise<FoundDocument> {
  return readDocument(await filled(await templateDocx(body), content));
}

/** What is said of a template that is refused. */
export async function faultsOf(template: Uint8Array, content: TemplateContent): Promise<readonly string[]> {
  const outcome = await (await TemplateFile.open(template)).fill(content);
  return outcome.kind === 'refused' ? outcome.findings.map(messageOf) : [];
}
