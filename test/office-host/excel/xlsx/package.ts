import { posix } from 'node:path';
import { asText, unzip, type Parts } from '../../../hosts/files/xlsx/support/packages.ts';
import { children, parseXml } from './xml.ts';

export interface Relationship {
  readonly id: string;
  /** The last part of the type's address: `worksheet`. */
  readonly type: string;
  /** The name of the part, or an address outside. */
  readonly target: string;
}

/** The parts of an Office file. */
export class OfficePackage {
  private constructor(readonly parts: Parts) {}

  static async open(bytes: Uint8Array): Promise<OfficePackage> {
    return OfficePackage.of(await unzip(bytes));
  }

  static of(parts: ReadonlyMap<string, Uint8Array>): OfficePackage {
    return new OfficePackage(new Map([...parts].map(([name, data]) => [name.replace(/^\//, ''), data])));
  }

  has(part: string): boolean {
    return this.parts.has(part);
  }

  text(part: string): string {
    return asText(this.parts.get(part)).replace(/^\uFEFF/, '');
  }

  put(part: string, text: string): void {
    this.parts.set(part, new TextEncoder().encode(text));
  }

  relationships(part: string): readonly Relationship[] {
    const own = relationshipsOf(part);
    if (!this.has(own)) return [];
    return children(parseXml(this.text(own)), 'Relationship').map(({ attributes }) => {
      const target = attributes.Target ?? '';
      const resolved = target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(part), target);
      return {
        id: attributes.Id ?? '',
        type: (attributes.Type ?? '').split('/').pop() ?? '',
        target: attributes.TargetMode === 'External' ? target : resolved,
      };
    });
  }
}

/** The part that holds the relationships of another; '' for the package. */
export function relationshipsOf(part: string): string {
  return posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);
}
