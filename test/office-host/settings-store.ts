/** The settings that a document carries for one add-in: name → JSON text. */
export class SettingsStore {
  #values = new Map<string, string>();

  constructor(values: Iterable<readonly [string, string]> = []) {
    this.#values = new Map(values);
  }

  get values(): ReadonlyMap<string, string> {
    return this.#values;
  }

  /** Saving replaces everything. */
  replaceAll(values: Iterable<readonly [string, string]>): void {
    this.#values = new Map(values);
  }

  set(name: string, json: string): void {
    this.#values.set(name, json);
  }

  delete(name: string): void {
    this.#values.delete(name);
  }
}
