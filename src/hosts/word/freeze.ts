import type { FrozenControl } from '../../core/links/frozen.ts';
import { HostFailure } from '../ports/host-failure.ts';
import { askControls } from './listed-controls.ts';
import type { WordAccess } from './word-access.ts';

/**
 * Takes content controls away and leaves their words, in one round trip. When that stops half-way it is gone on with: no word is
 * touched, and what is to be remembered is in the document already.
 * @throws HostFailure; `half-written` when some are gone and others are not
 */
export async function takeAway(access: WordAccess, controls: readonly FrozenControl[]): Promise<void> {
  const tags = new Set(controls.map(({ tag }) => tag));
  const first = await idsOf(access, tags);
  let left = first;
  for (let attempt = 0; left.length > 0; attempt += 1) {
    try {
      await remove(access, left);
      return;
    } catch (error) {
      left = await idsOf(access, tags).catch((reading: unknown) => {
        throw new HostFailure('unconfirmed', `${String(error)}; ${String(reading)}`);
      });
      if (left.length === 0) return;
      if (await access.pause(attempt)) continue;
      throw left.length === first.length ? error : new HostFailure('half-written', String(error));
    }
  }
}

function idsOf(access: WordAccess, tags: ReadonlySet<string>): Promise<readonly number[]> {
  return access.read(async (context) => {
    const answer = askControls(context);
    await context.sync();
    return answer()
      .filter(({ tag }) => tags.has(tag))
      .map(({ id }) => id);
  });
}

function remove(access: WordAccess, ids: readonly number[]): Promise<void> {
  return access.once(async (context) => {
    const all = context.document.body.contentControls;
    for (const id of ids) all.getById(id).delete(true);
    await context.sync();
  });
}
