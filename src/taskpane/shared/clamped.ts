import type { GriffelStyle } from '@fluentui/react-components';

/** At most so many lines of a text; the rest is cut off with an ellipsis. Browsers know this under its old name only. */
export function clamped(lines: number): GriffelStyle {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- there is no other way in today's browsers
  return { display: '-webkit-box', overflow: 'hidden', WebkitLineClamp: String(lines), WebkitBoxOrient: 'vertical' };
}
