import type { SaxesTagNS } from 'saxes';
import type { TemplateFind, TemplatePlace } from '../../../../core/report/template/template-place.ts';
import { WORD_NAMESPACE, WORD_NAMESPACE_STRICT } from '../namespaces.ts';
import { walkXml } from '../read-xml.ts';

const WORD = [WORD_NAMESPACE, WORD_NAMESPACE_STRICT];

/** Runs and their texts: two placeholders in different runs still stand in one place. */
const TRANSPARENT = new Set(['r', 't']);

/** Characters that a message shows of what stands beside a lonely brace. */
const BESIDE = 12;

/**
 * The placeholders of one part in reading order, and braces that are none. Braces may be full-width, and a placeholder may be
 * spread over several runs of its paragraph, as Word does it.
 * @throws UnusableFile `damaged` when the part is not well-formed or declares a document type
 */
export function findTags(xml: string, part: TemplatePlace['part']): readonly TemplateFind[] {
  const walker = new Walker(part);
  walkXml(xml, walker);
  return walker.finds();
}

interface Piece {
  readonly text: string;
  readonly within: readonly string[];
}

interface OpenParagraph {
  readonly at: number;
  readonly row: TemplatePlace['row'];
  readonly pieces: Piece[];
}

class Walker {
  readonly #finds: { readonly at: number; readonly finds: readonly TemplateFind[] }[] = [];
  readonly #path: string[] = [];
  readonly #within: string[] = [];
  readonly #paragraphs: OpenParagraph[] = [];
  readonly #tables: { readonly table: number; row: number }[] = [];
  #count = 0;
  #tableCount = 0;

  constructor(private readonly part: TemplatePlace['part']) {}

  finds(): readonly TemplateFind[] {
    return this.#finds.toSorted((a, b) => a.at - b.at).flatMap(({ finds }) => finds);
  }

  readonly open = ({ uri, local }: SaxesTagNS): void => {
    const name = WORD.includes(uri) ? local : `${uri} ${local}`;
    this.#path.push(name);
    this.#count += 1;
    if (!TRANSPARENT.has(name)) this.#within.push(`${name}#${String(this.#count)}`);
    const table = this.#tables.at(-1);
    if (name === 'tbl') this.#tables.push({ table: (this.#tableCount += 1), row: 0 });
    else if (name === 'tr' && table !== undefined) table.row += 1;
    else if (name === 'p') {
      this.#paragraphs.push({ at: this.#count, row: table && { ...table }, pieces: [] });
    }
  };

  readonly text = (text: string): void => {
    if (this.#path.at(-1) === 't') this.#paragraphs.at(-1)?.pieces.push({ text, within: [...this.#within] });
  };

  readonly close = (): void => {
    const name = this.#path.pop() ?? '';
    if (!TRANSPARENT.has(name)) this.#within.pop();
    if (name === 'tbl') this.#tables.pop();
    if (name !== 'p') return;
    const paragraph = this.#paragraphs.pop();
    if (paragraph !== undefined) this.#finds.push({ at: paragraph.at, finds: this.#findsIn(paragraph) });
  };

  #findsIn({ pieces, row }: OpenParagraph): readonly TemplateFind[] {
    const text = pieces.map((piece) => piece.text).join('');
    const place: TemplatePlace = { part: this.part, text, ...(row === undefined ? {} : { row }) };
    return scan(text).map((found): TemplateFind =>
      found.kind === 'tag'
        ? { kind: 'tag', content: found.content, place, within: withinAt(pieces, found.at) }
        : { ...found, place },
    );
  }
}

type Scanned =
  | { readonly kind: 'tag'; readonly content: string; readonly at: number }
  | { readonly kind: 'opening' | 'closing'; readonly text: string };

function scan(text: string): readonly Scanned[] {
  const found: Scanned[] = [];
  const brace = /[{}｛｝]/gu;
  let open: number | undefined;
  const lonely = (at: number): void => {
    found.push({
      kind: 'opening',
      text: text
        .slice(at + 1)
        .split(/[{}｛｝]/u, 1)
        .join('')
        .slice(0, BESIDE),
    });
  };
  for (let match = brace.exec(text); match !== null; match = brace.exec(text)) {
    const at = match.index;
    if (match[0] === '{' || match[0] === '｛') {
      if (open !== undefined) lonely(open);
      open = at;
    } else if (open === undefined) {
      found.push({
        kind: 'closing',
        text: (
          text
            .slice(0, at)
            .split(/[{}｛｝]/u)
            .at(-1) ?? ''
        ).slice(-BESIDE),
      });
    } else {
      found.push({ kind: 'tag', content: text.slice(open + 1, at), at: open });
      open = undefined;
    }
  }
  if (open !== undefined) lonely(open);
  return found;
}

function withinAt(pieces: readonly Piece[], at: number): readonly string[] {
  let start = 0;
  for (const { text, within } of pieces) {
    start += text.length;
    if (at < start) return within;
  }
  return [];
}
