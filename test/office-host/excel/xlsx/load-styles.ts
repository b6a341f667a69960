import { FORMATS } from '../model/number-text.ts';
import { PLAIN, type Look } from '../model/style-table.ts';
import { child, children, flag, parseXml, type Element } from './xml.ts';

/** The looks of a styles part, one for each cell format. */
export function loadStyles(xml: string): readonly Look[] {
  const root = parseXml(xml);
  const codes = new Map(
    children(child(root, 'numFmts'), 'numFmt').map(({ attributes }) => [
      attributes.numFmtId,
      attributes.formatCode ?? '',
    ]),
  );
  const fonts = children(child(root, 'fonts'), 'font');
  const fills = children(child(root, 'fills'), 'fill');
  const borders = children(child(root, 'borders'), 'border');
  return children(child(root, 'cellXfs'), 'xf').map((xf): Look => {
    const { numFmtId = '0', fontId = '0', fillId = '0', borderId = '0' } = xf.attributes;
    const alignment = child(xf, 'alignment')?.attributes ?? {};
    const border = borders[Number(borderId)];
    return {
      ...PLAIN,
      numberFormat: codes.get(numFmtId) ?? builtIn(Number(numFmtId)),
      locked: flag(child(xf, 'protection')?.attributes.locked, true),
      ...fontLook(fonts[Number(fontId)]),
      fillColor: colorOf(child(child(fills[Number(fillId)], 'patternFill'), 'fgColor')) ?? '',
      horizontal: capital(alignment.horizontal) ?? PLAIN.horizontal,
      vertical: capital(alignment.vertical) ?? PLAIN.vertical,
      wrapText: flag(alignment.wrapText),
      indent: Number(alignment.indent ?? 0),
      border: ['left', 'right', 'top', 'bottom'].every((side) => child(border, side)?.attributes.style !== undefined),
    };
  });
}

function fontLook(font: Element | undefined): Partial<Look> {
  if (font === undefined) return {};
  const on = (name: string): boolean => {
    const element = child(font, name);
    return element !== undefined && flag(element.attributes.val, true);
  };
  return {
    bold: on('b'),
    italic: on('i'),
    fontName: child(font, 'name')?.attributes.val ?? PLAIN.fontName,
    fontSize: Number(child(font, 'sz')?.attributes.val ?? PLAIN.fontSize),
    fontColor: colorOf(child(font, 'color')) ?? PLAIN.fontColor,
  };
}

/** `#RRGGBB`; theme colours are not worked out. */
function colorOf(element: Element | undefined): string | undefined {
  const rgb = element?.attributes.rgb;
  return rgb === undefined ? undefined : `#${rgb.slice(-6).toUpperCase()}`;
}

function capital(word: string | undefined): string | undefined {
  return word === undefined ? undefined : word.charAt(0).toUpperCase() + word.slice(1);
}

/** The format codes that a file names by number only, as a Chinese Excel shows them. */
function builtIn(id: number): string {
  const table = FORMATS.get_table();
  if (id === 14) return 'yyyy/m/d';
  return table[id] ?? 'General';
}
