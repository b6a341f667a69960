import type { CarriedFact, ReportDocument, WorkbookOrigin } from '../report/document.ts';
import type { SectionId } from '../report/outline.ts';
import { linkedInlines, type Linked, type Names } from './control-names.ts';
import { printable, sha256Hex } from './document-text.ts';

/** One phrase as the document carries it: what stood in its content control when the report was written. */
export interface CarriedPhrase {
  /** The full id, however long. */
  readonly id: string;
  /** The tag of its content control: the id, or its shortened form. */
  readonly tag: string;
  readonly kind: Linked['kind'];
  readonly text: string;
  /** The full source, which the control's title may show shortened. */
  readonly source: string;
}

/** What a report says about itself, besides its words. */
export interface CarriedData {
  readonly year: string;
  readonly department: string;
  readonly facts: readonly CarriedFact[];
  readonly phrases: readonly CarriedPhrase[];
  /** The sections that the draft left out, as `ReportDocument` has them. */
  readonly off?: readonly SectionId[];
  /** Which workbook the words are from; absent when nobody said. */
  readonly workbook?: WorkbookOrigin;
}

/** Carried data as found in a document. */
export interface FoundData extends CarriedData {
  /** The hash that the document states. */
  readonly hash: string;
  /** Whether it is the hash of this data; if not, somebody changed the data outside the product. */
  readonly hashMatches: boolean;
}

/** The data a report carries, in the order of the report. Text is as the document can hold it (`printable`). */
export function carriedData(report: ReportDocument, names: Names): CarriedData {
  const { off, workbook } = report;
  return {
    year: printable(report.year),
    department: printable(report.department),
    facts: report.facts.map((fact) => ({
      key: printable(fact.key),
      value: printable(fact.value),
      unit: printable(fact.unit),
      display: printable(fact.display),
      basis: printable(fact.basis),
      source: fact.source.map(printable),
    })),
    phrases: linkedInlines(report).map(({ id, kind, text, source }) => ({
      id: printable(id),
      tag: names.get(id)?.tag ?? '',
      kind,
      text: printable(text),
      source: printable(source),
    })),
    ...(off === undefined ? {} : { off }),
    ...(workbook === undefined
      ? {}
      : {
          workbook: {
            name: printable(workbook.name),
            hash: printable(workbook.hash),
            time: printable(workbook.time),
          },
        }),
  };
}

/**
 * SHA-256 (64 hex digits) over the canonical form of the data, which is the UTF-8 text of this JSON without white space, as
 * `JSON.stringify` writes it; all values are strings, lists keep their order:
 *
 * `["urn:jixiao:report:1", year, department,
 *   [[key, value, unit, display, basis, [source, …]], …],
 *   [[id, tag, kind, text, source], …]]`
 *
 * Where sections are left out or the workbook is named, two more lists follow: the sections, and `[name, hash, time]` or `[]`.
 *
 * It tells that the data was changed, not by whom: there is no secret in it.
 */
export function dataHash({ year, department, facts, phrases, off, workbook }: CarriedData): string {
  return sha256Hex(
    JSON.stringify([
      'urn:jixiao:report:1',
      year,
      department,
      facts.map(({ key, value, unit, display, basis, source }) => [key, value, unit, display, basis, source]),
      phrases.map(({ id, tag, kind, text, source }) => [id, tag, kind, text, source]),
      ...(off === undefined && workbook === undefined
        ? []
        : [off ?? [], workbook === undefined ? [] : [workbook.name, workbook.hash, workbook.time]]),
    ]),
  );
}
