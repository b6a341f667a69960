import { finding } from '../findings/finding.ts';
import { BASES, CATEGORIES, OTHER_CATEGORIES, type Basis, type Category } from '../ledger/keys.ts';
import { LIST_WORDS } from '../texts/intake-texts.ts';
import { LIST_SEPARATOR } from '../texts/terms.ts';
import type { CellRef } from '../workbook/cell-ref.ts';
import { textAt, type Sheet } from '../workbook/workbook.ts';
import type { Collector } from './collector.ts';
import { EntryWords } from './entry-words.ts';
import { fundOf, kindOf, soundsBasic } from './fund-words.ts';
import type { RecordKinds, RecordSubject } from './record-sums.ts';
import { tellable } from './tellable.ts';

/** How exports call the columns that say what a record is about. */
export const SUBJECT_WORDS = {
  fund: ['资金性质', '资金性质名称', '资金来源'],
  kind: ['支出类别', '支出类型', '支出性质', '项目类别', '项目类别名称', '项目类型'],
  project: ['项目名称', '预算项目', '预算项目名称'],
  unit: ['单位名称', '预算单位', '预算单位名称', '单位'],
} as const;
export type SubjectRole = keyof typeof SUBJECT_WORDS;

const KINDS: readonly Category[] = [...CATEGORIES, ...OTHER_CATEGORIES];

/** Reads what each record of an export is about, and reports at the end what was not understood. */
export class RecordSubjects {
  readonly #funds: EntryWords<Basis>;
  readonly #kinds: EntryWords<Category>;
  readonly #basicProjects = new Map<string, CellRef>();

  /** @param form the name of the form, for answers that hold for it alone */
  constructor(
    private readonly sheet: Sheet,
    private readonly columns: Readonly<Partial<Record<SubjectRole, number>>>,
    form: string,
    private readonly collector: Collector,
  ) {
    this.#funds = new EntryWords(LIST_WORDS.fund, form, BASES, fundOf, collector);
    this.#kinds = new EntryWords(LIST_WORDS.kind, form, KINDS, kindOf, collector);
  }

  of(row: number): RecordSubject {
    const { fund, kind, project } = this.columns;
    const category = this.#meaning(this.#kinds, row, kind);
    const name = this.#text(row, project);
    const own = category ?? kindOf(name);
    // In the system every record belongs to a project; only those of 项目支出 are projects to a person.
    const isProject = name !== '' && (own === undefined || category === '项目支出');
    if (isProject && kind === undefined && project !== undefined && soundsBasic(name)) {
      if (!this.#basicProjects.has(name)) this.#basicProjects.set(name, this.#cell(row, project));
    }
    return {
      source: this.#meaning(this.#funds, row, fund),
      category: own,
      project: isProject ? name : undefined,
    };
  }

  /** The unit whose record it is; '' where no column says. */
  unitOf(row: number): string {
    return this.#text(row, this.columns.unit);
  }

  /** Reports the entries that were not understood. */
  report(): RecordKinds {
    const { fund, kind, project } = this.columns;
    this.#funds.report();
    this.#kinds.report();
    if (this.#basicProjects.size > 0) {
      const names = [...this.#basicProjects.keys()].map(tellable).join(LIST_SEPARATOR);
      this.collector.report(finding('kind-missing', { names }, [...this.#basicProjects.values()]));
    }
    return {
      byFund: fund !== undefined && this.#funds.complete,
      byKind: this.#kinds.complete && this.#basicProjects.size === 0 && (kind !== undefined || project !== undefined),
    };
  }

  #meaning<T extends string>(words: EntryWords<T>, row: number, column: number | undefined): T | undefined {
    return column === undefined ? undefined : words.meaning(this.#text(row, column), this.#cell(row, column));
  }

  #text(row: number, column: number | undefined): string {
    return column === undefined ? '' : textAt(this.sheet, row, column);
  }

  #cell(row: number, column: number): CellRef {
    return { sheet: this.sheet.name, row, column };
  }
}
