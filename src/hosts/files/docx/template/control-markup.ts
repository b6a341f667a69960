import type { Inline } from '../../../../core/report/document.ts';
import { childOf, type XmlElement } from '../../../xml/xml-tree.ts';
import type { Names } from '../../../../core/links/control-names.ts';
import { printable } from '../../../../core/links/document-text.ts';
import { element, text as textMarkup, type Markup } from '../xml.ts';

/** The properties of a run as they stand in the template, or nothing. */
export type RunLook = string;

/**
 * One inline in the look of the run that held the placeholder: fixed words as a run, everything that is linked in a content
 * control, named as in our own reports (see `inline.ts`). What is still to be written is highlighted.
 */
export function inlineMarkup(inline: Inline, look: RunLook, names: Names): string {
  if (inline.kind === 'text') return inline.text === '' ? '' : runMarkup(inline.text, look);
  const name = names.get(inline.id);
  if (name === undefined) throw new Error(`The phrase "${inline.id}" has no name.`);
  const run = runMarkup(inline.text, inline.kind === 'todo' ? highlighted(look) : look);
  return element(
    'w:sdt',
    {},
    element(
      'w:sdtPr',
      {},
      element('w:alias', { 'w:val': name.title }),
      element('w:tag', { 'w:val': name.tag }),
      element('w:id', { 'w:val': name.number }),
    ),
    element('w:sdtContent', {}, run),
  );
}

/** A run; line breaks and tabs are elements. */
function runMarkup(text: string, look: RunLook): Markup {
  const content = printable(text)
    .split(/(\n|\t)/)
    .filter((piece) => piece !== '')
    .map((piece) =>
      piece === '\n'
        ? element('w:br')
        : piece === '\t'
          ? element('w:tab')
          : element('w:t', { 'xml:space': 'preserve' }, textMarkup(piece)),
    );
  return element('w:r', {}, look as Markup, ...content);
}

export const LINE_BREAK = element('w:r', {}, element('w:br'));

/** What the schema puts before `w:highlight` in the properties of a run. */
const BEFORE_HIGHLIGHT = new Set(
  (
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish ' +
    'webHidden color spacing w kern position sz szCs'
  ).split(' '),
);

/** The look with a yellow ground, which no text of the template had. */
function highlighted(look: RunLook): RunLook {
  const yellow = element('w:highlight', { 'w:val': 'yellow' });
  if (look === '') return element('w:rPr', {}, yellow);
  const inner = /^<w:rPr(?:\s[^>]*)?>(.*)<\/w:rPr>$/su.exec(look)?.[1] ?? '';
  const children = inner.match(/<w:\w+(?:\s[^>]*)?\/>|<([\w:]+)(?:\s[^>]*)?>.*?<\/\1>/gsu) ?? [];
  const own = children.filter((child) => !/^<w:highlight[\s/>]/u.test(child));
  const after = own.findIndex((child) => !BEFORE_HIGHLIGHT.has(/^<(?:w:)?([\w:]+)/u.exec(child)?.[1] ?? ''));
  const at = after === -1 ? own.length : after;
  return element('w:rPr', {}, ...([...own.slice(0, at), yellow, ...own.slice(at)] as Markup[]));
}

/** The properties of a run or a paragraph as they stand in a text. */
export function propertiesOf(parent: XmlElement, local: 'rPr' | 'pPr', xml: string): string {
  const found = childOf(parent, local);
  return found === undefined ? '' : xml.slice(found.start, found.end);
}
