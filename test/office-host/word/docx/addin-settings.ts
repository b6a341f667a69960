import { remove, XmlElement } from '../tree/xml-tree.ts';
import type { WordModel } from '../model/word-model.ts';

/*
 * The settings of an add-in travel in a part for the add-in ([MS-OWEXML]). A document of the tests has one add-in, so its part is taken
 * for the one of whatever runs in the pane.
 */

const EXTENSION = 'http://schemas.microsoft.com/office/webextensions/webextension/2010/11';
const PANES = 'http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const ADDIN = '{3F2B7A54-6B0C-4B6E-9C55-0F3B5A9E7D11}';

function settingsPart({ parts }: WordModel): string | undefined {
  const panes = parts.related('', 'webextensiontaskpanes');
  return panes === undefined ? undefined : parts.related(panes, 'webextension');
}

export function loadSettings(model: WordModel): void {
  const part = settingsPart(model);
  if (part === undefined || !model.parts.source.has(part)) return;
  for (const one of model.parts.tree(part).child('we:properties')?.elements ?? []) {
    model.settings.set(one.get('name') ?? '', one.get('value') ?? '');
  }
}

export function saveSettings(model: WordModel): void {
  const { parts, settings } = model;
  let part = settingsPart(model);
  if (part === undefined) {
    if (settings.values.size === 0) return;
    part = 'word/webextensions/webextension1.xml';
    const panes = 'word/webextensions/taskpanes.xml';
    parts.add('', 'webextensiontaskpanes', panes, `<wetp:taskpanes xmlns:wetp="${PANES}"></wetp:taskpanes>`);
    const id = parts.add(
      panes,
      'webextension',
      part,
      `<we:webextension xmlns:we="${EXTENSION}" id="${ADDIN}"><we:reference id="jixiao" version="1.0.0.0" store="developer" storeType="Registry"/><we:alternateReferences/><we:properties/><we:bindings/></we:webextension>`,
    );
    parts
      .tree(panes)
      .append(
        new XmlElement('wetp:taskpane', { dockstate: 'right', visibility: '0', width: '350', row: '1' }, [
          new XmlElement('wetp:webextensionref', { 'xmlns:r': OFFICE, 'r:id': id }),
        ]),
      );
  }
  const properties = parts.tree(part).child('we:properties');
  for (const one of properties?.elements ?? []) remove(one);
  for (const [name, value] of settings.values) properties?.append(new XmlElement('we:property', { name, value }));
}
