/** Gives the phrases of one document ids: the key, or the key with the first number that is free. */
export class PhraseIds {
  readonly #ids = new Set<string>();
  /** The last number that was given out for a key. */
  readonly #used = new Map<string, number>();

  /** An id that no other phrase has, and the key where the id is another. */
  next(key: string): { readonly id: string; readonly key?: string } {
    let id = key;
    let times = this.#used.get(key) ?? 1;
    while (this.#ids.has(id)) {
      times += 1;
      id = `${key}#${String(times)}`;
    }
    this.#used.set(key, times);
    this.#ids.add(id);
    return id === key ? { id } : { id, key };
  }
}
