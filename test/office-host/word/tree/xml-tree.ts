/**
 * The elements of a part as a tree that can be changed. Points in it move with what is around them: whatever is put in or taken out
 * elsewhere, a point stays where it was in the text.
 */
export type XmlNode = XmlElement | XmlText;

/** A place between two children of an element, or between two characters of a text. */
export class Point {
  /** Which side it belongs to when something comes to stand right there: it keeps next to what is on that side. */
  leans: 'left' | 'right' = 'left';

  constructor(
    public node: XmlNode,
    public offset: number,
  ) {
    node.points.add(this);
  }

  moveTo(node: XmlNode, offset: number): void {
    this.node.points.delete(this);
    this.node = node;
    this.offset = offset;
    node.points.add(this);
  }

  /** True when what is put in, or what begins, at a place of its node pushes it on. */
  isPushedFrom(offset: number): boolean {
    return this.offset > offset || (this.offset === offset && this.leans === 'right');
  }

  copy(): Point {
    return new Point(this.node, this.offset);
  }
}

abstract class Anchored {
  parent: XmlElement | undefined;
  #points: Set<Point> | undefined;

  /** The points that are kept at this node. */
  get points(): Set<Point> {
    return (this.#points ??= new Set());
  }

  movePoints(move: (point: Point) => void): void {
    if (this.#points !== undefined) for (const point of [...this.#points]) move(point);
  }
}

export class XmlText extends Anchored {
  constructor(public data: string) {
    super();
  }

  get length(): number {
    return this.data.length;
  }

  clone(): XmlText {
    return new XmlText(this.data);
  }

  /** Puts a text in the place of `count` characters. */
  splice(from: number, count: number, text: string): void {
    this.data = this.data.slice(0, from) + text + this.data.slice(from + count);
    this.movePoints((point) => {
      const pushed = count === 0 ? point.isPushedFrom(from) : point.offset > from + count;
      if (pushed) point.offset += text.length - count;
      else if (point.offset > from) point.offset = from;
    });
  }
}

export class XmlElement extends Anchored {
  readonly attributes = new Map<string, string>();
  readonly children: XmlNode[] = [];

  constructor(
    readonly name: string,
    attributes: Readonly<Record<string, string>> = {},
    children: readonly XmlNode[] = [],
  ) {
    super();
    for (const [key, value] of Object.entries(attributes)) this.attributes.set(key, value);
    this.insert(0, ...children);
  }

  get length(): number {
    return this.children.length;
  }

  get elements(): readonly XmlElement[] {
    return this.children.filter((node) => node instanceof XmlElement);
  }

  child(name: string): XmlElement | undefined {
    return this.elements.find((element) => element.name === name);
  }

  /** The child of that name; made as the first one when there is none. */
  ensure(name: string): XmlElement {
    const found = this.child(name);
    if (found !== undefined) return found;
    const made = new XmlElement(name);
    this.insert(0, made);
    return made;
  }

  /** All elements of that name below this one, in the order of the file. */
  all(name: string): readonly XmlElement[] {
    const found: XmlElement[] = [];
    const visit = (element: XmlElement): void => {
      for (const node of element.children) {
        if (!(node instanceof XmlElement)) continue;
        if (node.name === name) found.push(node);
        visit(node);
      }
    };
    visit(this);
    return found;
  }

  /** The nearest element of that name above. */
  above(name: string): XmlElement | undefined {
    for (let at = this.parent; at !== undefined; at = at.parent) if (at.name === name) return at;
    return undefined;
  }

  get(attribute: string): string | undefined {
    return this.attributes.get(attribute);
  }

  set(attribute: string, value: string): this {
    this.attributes.set(attribute, value);
    return this;
  }

  clone(): XmlElement {
    return new XmlElement(
      this.name,
      Object.fromEntries(this.attributes),
      this.children.map((node) => node.clone()),
    );
  }

  insert(index: number, ...nodes: readonly XmlNode[]): void {
    for (const node of nodes) {
      if (node.parent !== undefined) throw new Error('the node stands elsewhere');
      node.parent = this;
    }
    this.children.splice(index, 0, ...nodes);
    this.movePoints((point) => {
      if (point.isPushedFrom(index)) point.offset += nodes.length;
    });
  }

  append(...nodes: readonly XmlNode[]): void {
    this.insert(this.length, ...nodes);
  }
}

export function indexOf(node: XmlNode): number {
  if (node.parent === undefined) throw new Error('the node stands nowhere');
  return node.parent.children.indexOf(node);
}

/** Takes a node out to put it in elsewhere: the points in it go with it. */
export function detach(node: XmlNode): void {
  const { parent } = node;
  if (parent === undefined) return;
  const index = indexOf(node);
  parent.children.splice(index, 1);
  node.parent = undefined;
  parent.movePoints((point) => {
    if (point.offset > index) point.offset -= 1;
  });
}

/** Takes a node out for good: points in it stay at the place where it was. */
export function remove(node: XmlNode): void {
  const { parent } = node;
  if (parent === undefined) return;
  const index = indexOf(node);
  gather(node, parent, index);
  detach(node);
}

function gather(node: XmlNode, parent: XmlElement, index: number): void {
  node.movePoints((point) => {
    point.moveTo(parent, index);
  });
  if (node instanceof XmlElement) for (const child of node.children) gather(child, parent, index);
}

/** Puts the children of `inner`, which is `outer` or stands in it, in the place of `outer`. */
export function unwrap(outer: XmlElement, inner: XmlElement): void {
  const { parent } = outer;
  if (parent === undefined) return;
  const index = indexOf(outer);
  const inside = [...inner.points].map((point) => ({ point, offset: point.offset }));
  const beside = [...parent.points].map((point) => ({ point, offset: point.offset }));
  const nodes = [...inner.children];
  nodes.forEach(detach);
  remove(outer);
  parent.insert(index, ...nodes);
  for (const { point, offset } of beside) point.offset = offset <= index ? offset : offset + nodes.length - 1;
  for (const { point, offset } of inside) point.moveTo(parent, index + offset);
}

/** Puts `outer` around the children `from` to `to` (not included); they stand in `inner`, which is `outer` or stands in it. */
export function wrap(parent: XmlElement, from: number, to: number, outer: XmlElement, inner: XmlElement): void {
  const nodes = parent.children.slice(from, to);
  const before = [...parent.points].map((point) => ({ point, offset: point.offset }));
  nodes.forEach(detach);
  parent.insert(from, outer);
  inner.append(...nodes);
  for (const { point, offset } of before) {
    if (offset > from && offset < to) point.moveTo(inner, offset - from);
    else point.offset = offset < to || offset === from ? offset : offset - nodes.length + 1;
  }
}

/** Cuts an element in two before the child of that index; what follows stands in a second element right behind. */
export function split(element: XmlElement, index: number): XmlElement {
  const second = new XmlElement(element.name, Object.fromEntries(element.attributes));
  const behind = [...element.points].filter((point) => point.isPushedFrom(index));
  const places = behind.map(({ offset }) => offset - index);
  const nodes = element.children.slice(index);
  nodes.forEach(detach);
  second.append(...nodes);
  behind.forEach((point, at) => {
    point.moveTo(second, places[at] ?? 0);
  });
  putBehind(element, second);
  return second;
}

/** Cuts a text in two; the second half stands right behind. */
export function splitText(text: XmlText, offset: number): XmlText {
  const second = new XmlText(text.data.slice(offset));
  text.movePoints((point) => {
    if (point.isPushedFrom(offset)) point.moveTo(second, point.offset - offset);
  });
  text.data = text.data.slice(0, offset);
  putBehind(text, second);
  return second;
}

/** Puts in the second half of a node: what ended behind the node ends behind both. */
function putBehind(node: XmlNode, second: XmlNode): void {
  const { parent } = node;
  if (parent === undefined) return;
  const place = indexOf(node) + 1;
  const ended = [...parent.points].filter(({ offset }) => offset === place);
  parent.insert(place, second);
  for (const point of ended) point.offset = place + 1;
}
