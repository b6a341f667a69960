/** Writes the small XML parts that the document library has no classes for. Values are escaped here and nowhere else. */

declare const MARKUP: unique symbol;
/** Finished XML, as opposed to text that still has to be escaped. */
export type Markup = string & { readonly [MARKUP]: true };

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** White space in an attribute would be read back as spaces unless it is written as a reference. */
function escaped(text: string): string {
  return text
    .replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character)
    .replace(/[\t\n\r]/g, (character) => `&#${String(character.charCodeAt(0))};`);
}

/** Text content. */
export function text(value: string): Markup {
  return escaped(value) as Markup;
}

/** One element; attributes stand in the order given. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>> = {},
  ...children: readonly Markup[]
): Markup {
  const head = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  const open = `<${name}${head.join('')}`;
  return (children.length === 0 ? `${open}/>` : `${open}>${children.join('')}</${name}>`) as Markup;
}

/** A whole part: the declaration and its root. */
export function xmlPart(root: Markup): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
}
