import { TextReader, TextWriter, Uint8ArrayReader, Uint8ArrayWriter, ZipReader, ZipWriter } from '@zip.js/zip.js';
import type { FileEntry } from '@zip.js/zip.js';
import { SaxesParser } from 'saxes';
import type { Block, ReportDocument } from '../../../../src/core/report/document.ts';

/** Opens and makes packages for tests, without the code under test. */

const HERE = { useWebWorkers: false } as const;

export async function open(bytes: Uint8Array): Promise<Map<string, string>> {
  const reader = new ZipReader(new Uint8ArrayReader(bytes), HERE);
  const parts = new Map<string, string>();
  for (const entry of await reader.getEntries())
    parts.set(entry.filename, await (entry as FileEntry).getData(new TextWriter()));
  await reader.close();
  return parts;
}

export async function pack(parts: Iterable<readonly [string, string]>): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), HERE);
  for (const [name, text] of parts) await writer.add(name, new TextReader(text));
  return writer.close();
}

/** The same package with one part changed. */
export async function withPart(bytes: Uint8Array, name: string, change: (xml: string) => string): Promise<Uint8Array> {
  const parts = await open(bytes);
  const before = parts.get(name);
  if (before === undefined) throw new Error(`no ${name}`);
  const after = change(before);
  if (after === before) throw new Error(`${name} did not change`);
  parts.set(name, after);
  return pack(parts);
}

/** An element as a tree; names keep the prefix they are written with. */
export interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  readonly parent: Node | undefined;
  text: string;
}

export function parse(xml: string | undefined): Node {
  if (xml === undefined) throw new Error('no such part');
  const parser = new SaxesParser();
  const document: Node = { name: '', attributes: {}, children: [], parent: undefined, text: '' };
  let current = document;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const node: Node = { name, attributes: { ...attributes }, children: [], parent: current, text: '' };
    current.children.push(node);
    current = node;
  });
  parser.on('text', (text) => (current.text += text));
  parser.on('closetag', () => (current = current.parent ?? document));
  parser.write(xml).close();
  const [root] = document.children;
  if (root === undefined) throw new Error('no root');
  return root;
}

export function all(node: Node, name: string): Node[] {
  return node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

export function child(node: Node | undefined, ...path: readonly string[]): Node {
  let at = node;
  for (const name of path) at = at?.children.find((candidate) => candidate.name === name);
  if (at === undefined) throw new Error(`no ${path.join('/')}`);
  return at;
}

export function ancestors(node: Node): Node[] {
  return node.parent === undefined ? [] : [node.parent, ...ancestors(node.parent)];
}

export function words(node: Node): string {
  return all(node, 'w:t')
    .map(({ text }) => text)
    .join('');
}

/** A style by its id. */
export function style(parts: ReadonlyMap<string, string>, id: string): Node {
  const found = all(parse(parts.get('word/styles.xml')), 'w:style').find((node) => node.attributes['w:styleId'] === id);
  if (found === undefined) throw new Error(`no style ${id}`);
  return found;
}

export function reportOf(...blocks: readonly Block[]): ReportDocument {
  return { title: '题目', department: '部门', year: '2023', blocks, facts: [] };
}
