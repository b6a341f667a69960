/**
 * A content control that 定稿 took away while its words stayed: enough to put it back where its words still stand. Controls are
 * listed in the order in which they began, so that an outer one comes before those inside it.
 */
export interface FrozenControl {
  readonly tag: string;
  readonly title: string;
  /** Where it stood when it was taken away; see `FoundControl`. */
  readonly paragraph: number;
  readonly offset: number;
  /** The words that it held. */
  readonly text: string;
  /** What stood before and behind it in its paragraph, at most `CONTEXT` UTF-16 units of each. */
  readonly before: string;
  readonly after: string;
}

/** How much of its neighbourhood is remembered with a control. */
export const CONTEXT = 20;
