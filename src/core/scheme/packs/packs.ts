import { schemeSchema, type Scheme } from '../scheme.ts';
import yuexiu2023Style from './yuexiu-2023-style.json' with { type: 'json' };

/** The schemes that ship. Adding one is adding a file and its line here. */
export const PACKS: readonly Scheme[] = [yuexiu2023Style].map((pack) => schemeSchema.parse(pack));

export const DEFAULT_PACK = 'yuexiu-2023-style';

/** The shipped scheme with an id, or undefined. */
export function packById(id: string): Scheme | undefined {
  return PACKS.find((pack) => pack.id === id);
}
