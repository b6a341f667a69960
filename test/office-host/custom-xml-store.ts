import { randomUUID } from 'node:crypto';

/** One custom XML part of a document. */
export interface CustomXmlPart {
  /** `{…}` */
  readonly id: string;
  xml: string;
  /** The part of the package that it came from; undefined for a new one. */
  part?: string;
}

/** The custom XML parts of a document: the Common API and the batches see the same ones. */
export class CustomXmlStore {
  readonly #parts: CustomXmlPart[] = [];

  add(xml: string, id = `{${randomUUID().toUpperCase()}}`): CustomXmlPart {
    const part: CustomXmlPart = { id, xml };
    this.#parts.push(part);
    return part;
  }

  find(id: string): CustomXmlPart | undefined {
    return this.#parts.find((part) => part.id.toLowerCase() === id.toLowerCase());
  }

  inNamespace(namespace: string): readonly CustomXmlPart[] {
    return this.#parts.filter((part) => namespaceOf(part.xml) === namespace);
  }

  delete(part: CustomXmlPart): void {
    this.#parts.splice(this.#parts.indexOf(part), 1);
  }

  get parts(): readonly CustomXmlPart[] {
    return this.#parts;
  }
}

/** The namespace of the root element; '' when it has none. */
export function namespaceOf(xml: string): string {
  const root = /<([A-Za-z_][^\s/>]*)((?:\s+[^\s=]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/?>/.exec(
    xml.replace(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->/g, ''),
  );
  if (root === null) return '';
  const [, name = '', attributes = ''] = root;
  const prefix = name.includes(':') ? `xmlns:${name.slice(0, name.indexOf(':'))}` : 'xmlns';
  for (const [, attribute, double, single] of attributes.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (attribute === prefix) return double ?? single ?? '';
  }
  return '';
}
