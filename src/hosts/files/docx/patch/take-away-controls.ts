import type { TextEdit } from '../../xlsx/opc/edited-part.ts';
import type { ControlNode } from './control-nodes.ts';

/** The edits that take controls away and leave what is in them. */
export function takeAwayControls(nodes: readonly ControlNode[]): readonly TextEdit[] {
  return nodes.flatMap(({ element, content }): readonly TextEdit[] =>
    content === undefined || content.closeStart === content.end
      ? [{ start: element.start, end: element.end, text: '' }]
      : [
          { start: element.start, end: content.openEnd, text: '' },
          { start: content.closeStart, end: element.end, text: '' },
        ],
  );
}
