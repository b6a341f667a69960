import { WORD_NAMESPACE } from '../files/docx/namespaces.ts';
import { STYLE } from '../files/docx/style.ts';
import { stylesPart } from '../files/docx/styles-part.ts';
import { PAGE_NUMBER_AFTER, PAGE_NUMBER_BEFORE } from '../files/docx/words.ts';
import { element, text, type Markup } from '../files/docx/xml.ts';

/*
 * An inserted file loses its footers, so the page numbers are put in by themselves: as the flat form of a package, which is how the
 * API takes markup.
 */

const PACKAGE = 'http://schemas.microsoft.com/office/2006/xmlPackage';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const RELATIONSHIPS_TYPE = 'application/vnd.openxmlformats-package.relationships+xml';

/** The footers of a report by the kinds of pages that the API knows, as `pageNumberFooters` has them. */
export function pageNumberMarkup(): Readonly<Record<'Primary' | 'EvenPages', string>> {
  return { Primary: flat(footer(STYLE.pageNumberOdd)), EvenPages: flat(footer(STYLE.pageNumberEven)) };
}

function footer(style: string): Markup {
  const run = (...content: readonly Markup[]): Markup =>
    element('w:r', {}, element('w:rPr', {}, element('w:rFonts', { 'w:hint': 'eastAsia' })), ...content);
  const words = (said: string): Markup => element('w:t', { 'xml:space': 'preserve' }, text(said));
  const field = (kind: string): Markup => element('w:fldChar', { 'w:fldCharType': kind });
  return element(
    'w:p',
    {},
    element('w:pPr', {}, element('w:pStyle', { 'w:val': style })),
    run(words(PAGE_NUMBER_BEFORE)),
    run(field('begin')),
    run(element('w:instrText', { 'xml:space': 'preserve' }, text('PAGE'))),
    run(field('separate')),
    run(words('1')),
    run(field('end')),
    run(words(PAGE_NUMBER_AFTER)),
  );
}

function flat(content: Markup): string {
  const document = element('w:document', { 'xmlns:w': WORD_NAMESPACE }, element('w:body', {}, content));
  const styles = stylesPart().replace(/^<\?xml[^>]*\?>\s*/, '') as Markup;
  return element(
    'pkg:package',
    { 'xmlns:pkg': PACKAGE },
    part('/_rels/.rels', RELATIONSHIPS_TYPE, related('officeDocument', 'word/document.xml')),
    part('/word/_rels/document.xml.rels', RELATIONSHIPS_TYPE, related('styles', 'styles.xml')),
    part('/word/document.xml', `${WORD_TYPE}.document.main+xml`, document),
    part('/word/styles.xml', `${WORD_TYPE}.styles+xml`, styles),
  );
}

function part(name: string, type: string, content: Markup): Markup {
  return element('pkg:part', { 'pkg:name': name, 'pkg:contentType': type }, element('pkg:xmlData', {}, content));
}

function related(kind: string, target: string): Markup {
  return element(
    'Relationships',
    { xmlns: RELATIONSHIPS },
    element('Relationship', { Id: 'rId1', Type: `${OFFICE}/${kind}`, Target: target }),
  );
}
