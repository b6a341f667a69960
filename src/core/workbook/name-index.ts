import { editDistance } from './edit-distance.ts';
import { plainLabel } from './labels.ts';

/** So many names are compared letter by letter; among so few all are. */
const COMPARED = 60;
/** So many entries of the index are looked at for one name, those of the rarest pairs of letters first. */
const LOOKED_AT = 4000;

/**
 * Finds the known names nearest to mistyped ones. Names that share pairs of letters are found by an index, so that asking costs the
 * same however many names are known; with few of them all are compared.
 */
export class NameIndex {
  readonly #known: readonly string[];
  #pairs: ReadonlyMap<string, readonly number[]> | undefined;

  constructor(known: readonly string[]) {
    this.#known = known;
  }

  /** At most three names, best first; empty when none is near. */
  nearest(name: string): readonly string[] {
    const wanted = Array.from(plainLabel(name));
    return this.#candidates(wanted)
      .map((candidate) => ({ candidate, distance: this.distance(wanted, candidate) }))
      .filter(({ candidate, distance }) => distance <= Math.max(2, Math.floor(candidate.length / 2)))
      .sort((a, b) => a.distance - b.distance)
      .slice(0, 3)
      .map(({ candidate }) => candidate);
  }

  protected distance(wanted: readonly string[], candidate: string): number {
    return editDistance(wanted, Array.from(plainLabel(candidate)));
  }

  /** The names that share the most pairs of letters with a word, in the order in which they are known where they share as many. */
  #candidates(wanted: readonly string[]): readonly string[] {
    if (this.#known.length <= COMPARED) return this.#known;
    this.#pairs ??= pairIndex(this.#known);
    const lists = [...new Set(pairsOf(wanted))].map((pair) => this.#pairs?.get(pair) ?? []);
    const shared = new Map<number, number>();
    let left = LOOKED_AT;
    for (const list of lists.sort((a, b) => a.length - b.length)) {
      for (const index of list.slice(0, left)) shared.set(index, (shared.get(index) ?? 0) + 1);
      left -= list.length;
      if (left <= 0) break;
    }
    return [...shared]
      .sort(([a, ofA], [b, ofB]) => ofB - ofA || a - b)
      .slice(0, COMPARED)
      .map(([index]) => this.#known[index] ?? '');
  }
}

/** The known names nearest to a mistyped one; who asks about many keeps a `NameIndex`. */
export function nearestNames(name: string, known: readonly string[]): readonly string[] {
  return new NameIndex(known).nearest(name);
}

/** The names by the pairs of neighbouring letters in them. */
function pairIndex(known: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const pairs = new Map<string, number[]>();
  known.forEach((name, index) => {
    for (const pair of new Set(pairsOf(Array.from(plainLabel(name))))) {
      const list = pairs.get(pair);
      if (list === undefined) pairs.set(pair, [index]);
      else list.push(index);
    }
  });
  return pairs;
}

/** Neighbouring letters, with a space before the first and after the last. */
function pairsOf(letters: readonly string[]): readonly string[] {
  return [' ', ...letters].map((letter, index) => letter + (letters[index] ?? ' '));
}
