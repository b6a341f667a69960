import { isUnusable, severityOf, type Finding, type Severity } from '../../core/findings/finding.ts';
import { remarkOf } from '../../core/texts/finding-texts.ts';
import { placesOf, type Place } from './place.ts';

/** Something a person should know, ready to be read. */
export interface FindingView {
  readonly code: Finding['code'];
  readonly severity: Severity;
  /** Nothing was computed because of it. */
  readonly stops: boolean;
  /** Without the places. */
  readonly message: string;
  readonly places: readonly Place[];
}

export function findingView(found: Finding): FindingView {
  return {
    code: found.code,
    severity: severityOf(found),
    stops: isUnusable(found),
    message: remarkOf(found),
    places: placesOf(found.cells),
  };
}
