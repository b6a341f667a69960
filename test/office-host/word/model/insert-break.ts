import { apiNotFound } from '../../rich-api/failure.ts';
import { XmlElement } from '../tree/xml-tree.ts';
import { endOf } from './extent.ts';
import { insertText, type InsertLocation, type Target } from './insert-text.ts';
import { insertParagraph } from './insert-paragraph.ts';
import { placeOf } from './places.ts';
import { LINE_BREAK } from './names.ts';
import type { WordModel } from './word-model.ts';

/** Ends a line, or a page. */
export function insertBreak(model: WordModel, target: Target, kind: string, location: InsertLocation): void {
  if (kind === 'Line') {
    insertText(model, target, LINE_BREAK, location);
    return;
  }
  if (kind !== 'Page') throw apiNotFound(`BreakType.${kind}`);
  const line = insertParagraph(model, target, '', location);
  const { parent, index } = placeOf(endOf(line), 'end');
  parent.insert(index, new XmlElement('w:r', {}, [new XmlElement('w:br', { 'w:type': 'page' })]));
}
