import { indexOf, XmlElement, XmlText, type Point, type XmlNode } from './xml-tree.ts';

/** What is told of everything between two points, in the order of the file. */
export interface Visitor {
  /** `whole`: both ends of the element lie between the points. False to leave out what is in it. */
  readonly enter?: (element: XmlElement, whole: boolean) => boolean;
  readonly text?: (text: XmlText, from: number, to: number) => void;
}

/** Goes through everything between two points that stand in one tree, the first not behind the second. */
export function walkBetween(start: Point, end: Point, visitor: Visitor): void {
  // Where all between them was taken out and something else put in, there is nothing between them any more.
  if (comparePoints(start, end) > 0) return;
  const common = commonAncestor(start, end);
  walk(common, pathFrom(common, start), pathFrom(common, end), visitor);
}

/** Goes through everything in an element. */
export function walkInside(element: XmlElement, visitor: Visitor): void {
  walk(element, undefined, undefined, visitor);
}

type Path = readonly number[] | undefined;

function walk(node: XmlNode, low: Path, high: Path, visitor: Visitor): void {
  if (node instanceof XmlText) {
    visitor.text?.(node, low?.[0] ?? 0, high?.[0] ?? node.length);
    return;
  }
  const from = low?.[0] ?? 0;
  const to = high === undefined ? node.length : (high[0] ?? 0) + (high.length > 1 ? 1 : 0);
  // The visitor may take nodes out: the list is the one of the beginning.
  const children = node.children.slice(from, to);
  children.forEach((child, at) => {
    const inner = (path: Path): Path =>
      path !== undefined && path.length > 1 && path[0] === from + at ? path.slice(1) : undefined;
    const childLow = inner(low);
    const childHigh = inner(high);
    const whole = childLow === undefined && childHigh === undefined;
    if (child instanceof XmlElement && visitor.enter?.(child, whole) === false) return;
    walk(child, childLow, childHigh, visitor);
  });
}

/** The lowest node that both points stand in. */
export function commonAncestor(start: Point, end: Point): XmlNode {
  const line = new Set(lineage(start.node));
  const common = lineage(end.node).find((node) => line.has(node));
  if (common === undefined) throw new Error('the points stand in two trees');
  return common;
}

/** A node and everything above it. */
export function lineage(node: XmlNode): readonly XmlNode[] {
  const line: XmlNode[] = [];
  for (let at: XmlNode | undefined = node; at !== undefined; at = at.parent) line.push(at);
  return line;
}

/** The nearest element of one of the names that a node stands in or is. */
export function nearest(node: XmlNode, ...names: readonly string[]): XmlElement | undefined {
  return lineage(node).find((one): one is XmlElement => one instanceof XmlElement && names.includes(one.name));
}

/** Indexes of the way from an ancestor down to a point. */
export function pathFrom(ancestor: XmlNode, point: Point): readonly number[] {
  const path = [point.offset];
  for (let node = point.node; node !== ancestor;) {
    path.unshift(indexOf(node));
    if (node.parent === undefined) throw new Error('the point does not stand there');
    node = node.parent;
  }
  return path;
}

/** Negative when the first point stands before the second. */
export function comparePoints(a: Point, b: Point): number {
  const common = commonAncestor(a, b);
  const [first, second] = [pathFrom(common, a), pathFrom(common, b)];
  for (let at = 0; at < Math.max(first.length, second.length); at += 1) {
    const [left, right] = [first[at], second[at]];
    // A point before a child stands before everything in it.
    if (left === undefined) return -1;
    if (right === undefined) return 1;
    if (left !== right) return left - right;
  }
  return 0;
}
