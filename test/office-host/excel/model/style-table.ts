/** How a cell looks, as far as the host knows. */
export interface Look {
  readonly numberFormat: string;
  readonly locked: boolean;
  readonly bold: boolean;
  readonly italic: boolean;
  /** `#RRGGBB` */
  readonly fontColor: string;
  readonly fontName: string;
  readonly fontSize: number;
  /** `#RRGGBB`, or '' for none. */
  readonly fillColor: string;
  readonly horizontal: string;
  readonly vertical: string;
  readonly wrapText: boolean;
  readonly indent: number;
  /** Thin lines on all four sides. */
  readonly border: boolean;
}

export const PLAIN: Look = {
  numberFormat: 'General',
  locked: true,
  bold: false,
  italic: false,
  fontColor: '#000000',
  fontName: '宋体',
  fontSize: 11,
  fillColor: '',
  horizontal: 'General',
  vertical: 'Bottom',
  wrapText: false,
  indent: 0,
  border: false,
};

/** A style that the file does not have yet: one that it has, with changes. */
export interface NewStyle {
  readonly base: number;
  readonly changes: Partial<Look>;
}

/** The styles of a workbook: those of the file, then those that were made since. */
export class StyleTable {
  readonly #looks: Look[];
  readonly #made: NewStyle[] = [];
  readonly #byKey = new Map<string, number>();

  constructor(readonly fromFile: readonly Look[]) {
    this.#looks = fromFile.length === 0 ? [PLAIN] : [...fromFile];
  }

  look(style: number): Look {
    return this.#looks[style] ?? this.#looks[0] ?? PLAIN;
  }

  /** The style that is like another one but for some changes. */
  changed(style: number, changes: Partial<Look>): number {
    const before = this.look(style);
    const known = Object.entries(changes).every(([name, value]) => before[name as keyof Look] === value);
    if (known) return style;
    const old = style - this.#firstMade;
    const made = this.#made[old];
    const next = { base: made?.base ?? style, changes: { ...made?.changes, ...changes } };
    const key = JSON.stringify([next.base, Object.entries(next.changes).sort()]);
    const same = this.#byKey.get(key);
    if (same !== undefined) return same;
    const number = this.#looks.length;
    this.#looks.push({ ...before, ...changes });
    this.#made.push(next);
    this.#byKey.set(key, number);
    return number;
  }

  /** Styles that a save has to add to the file, from the number on that the first of them has. */
  get made(): readonly NewStyle[] {
    return this.#made;
  }

  get #firstMade(): number {
    return Math.max(1, this.fromFile.length);
  }
}
