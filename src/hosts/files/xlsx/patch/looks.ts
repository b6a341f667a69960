import type { CellLook } from '../../../../core/workbook/write-plan.ts';
import { LINE_COLOR, LOOK_FONT, LOOK_STYLES, type LookStyle } from '../../../plans/looks.ts';

/** A style as its parts stand in the style sheet, without namespace prefixes; '' is the plain one. */
export interface LookXml {
  readonly font: string;
  readonly fill: string;
  readonly border: string;
  readonly format: string;
  /** Attributes of `<alignment>`. */
  readonly alignment: Readonly<Record<string, string>>;
}

const SIDES = ['left', 'right', 'top', 'bottom']
  .map((side) => `<${side} style="thin"><color rgb="FF${LINE_COLOR}"/></${side}>`)
  .join('');
const BORDER = `<border>${SIDES}<diagonal/></border>`;

/** The style of a look as a style sheet writes it. */
export function lookXml(look: CellLook): LookXml {
  const style = LOOK_STYLES[look];
  return {
    font: font(style),
    fill: style.fill === undefined ? '' : fill(style.fill),
    border: style.border ? BORDER : '',
    format: style.format,
    alignment: {
      horizontal: style.horizontal,
      vertical: 'center',
      ...(style.wrap ? { wrapText: '1' } : {}),
      ...(style.indent > 0 ? { indent: String(style.indent) } : {}),
    },
  };
}

function font({ fontSize, fontColor, bold }: LookStyle): string {
  const weight = bold ? '<b/>' : '';
  return `<font>${weight}<sz val="${String(fontSize)}"/><color rgb="FF${fontColor}"/><name val="${LOOK_FONT}"/><family val="3"/><charset val="134"/></font>`;
}

function fill(color: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="FF${color}"/><bgColor indexed="64"/></patternFill></fill>`;
}
