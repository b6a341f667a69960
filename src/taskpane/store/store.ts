import { useSyncExternalStore } from 'react';

/** One value that changes as a whole, and those who look at it. */
export class Store<State> {
  #state: State;
  readonly #listeners = new Set<() => void>();

  constructor(state: State) {
    this.#state = state;
  }

  readonly get = (): State => this.#state;

  /** Replaces some of its fields. */
  change(fields: Partial<State>): void {
    this.#state = { ...this.#state, ...fields };
    for (const listener of this.#listeners) listener();
  }

  readonly listen = (changed: () => void): (() => void) => {
    this.#listeners.add(changed);
    return () => {
      this.#listeners.delete(changed);
    };
  };
}

/** A part of the state, kept up to date. The selector gives the same object as long as that part did not change. */
export function useSelected<State, Part>(store: Store<State>, select: (state: State) => Part): Part {
  return useSyncExternalStore(store.listen, () => select(store.get()));
}
