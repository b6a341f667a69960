import { schemeSchema, type Scheme } from '../scheme.ts';
import chongqing2021Style from './chongqing-2021-style.json' with { type: 'json' };
import guangdong5050Style from './guangdong-50-50-style.json' with { type: 'json' };
import national2013Framework from './national-2013-framework.json' with { type: 'json' };
import project2020Form from './project-2020-form.json' with { type: 'json' };
import shenzhenStyle from './shenzhen-style.json' with { type: 'json' };
import yueyangStyle from './yueyang-style.json' with { type: 'json' };
import yuexiu2023Style from './yuexiu-2023-style.json' with { type: 'json' };

/** The schemes that ship, the default first. Adding one is adding a file and its line here. */
export const PACKS: readonly Scheme[] = [
  yuexiu2023Style,
  national2013Framework,
  project2020Form,
  guangdong5050Style,
  yueyangStyle,
  chongqing2021Style,
  shenzhenStyle,
].map((pack) => schemeSchema.parse(pack));

export const DEFAULT_PACK = 'yuexiu-2023-style';

/** The shipped scheme with an id, or undefined. */
export function packById(id: string): Scheme | undefined {
  return PACKS.find((pack) => pack.id === id);
}
