import { zip } from '../../../hosts/files/xlsx/support/packages.ts';
import { OfficePackage } from '../../excel/xlsx/package.ts';
import { WordModel } from '../model/word-model.ts';
import { blankParts } from './blank-document.ts';
import { loadSettings, saveSettings } from './addin-settings.ts';
import { Parts } from './parts.ts';

/** Opens a .docx as Word would: what the model does not know stays in the package, and is saved again. */
export async function loadDocument(bytes: Uint8Array | undefined): Promise<WordModel> {
  const source = bytes === undefined ? OfficePackage.of(blankParts()) : await OfficePackage.open(bytes);
  const parts = new Parts(source);
  const model = new WordModel(parts, parts.related('', 'officeDocument') ?? 'word/document.xml');
  if (model.root.name !== 'w:document') throw new Error(`this host does not know ${model.root.name}`);
  loadCustomXml(model);
  loadSettings(model);
  return model;
}

function loadCustomXml(model: WordModel): void {
  const { source } = model.parts;
  for (const { type, target } of source.relationships(model.mainPart)) {
    if (type !== 'customXml' || !source.has(target)) continue;
    const properties = source.relationships(target).find((one) => one.type === 'customXmlProps')?.target;
    const id = properties === undefined ? undefined : model.parts.tree(properties).get('ds:itemID');
    model.customXml.add(source.text(target), id).part = target;
  }
}

/** The document as a file: the package that it came from, with what changed since. It can be saved again later. */
export function saveDocument(model: WordModel): Promise<Uint8Array> {
  saveCustomXml(model);
  saveSettings(model);
  model.parts.flush();
  model.saved = true;
  return zip(model.parts.source.parts);
}

function saveCustomXml(model: WordModel): void {
  const { parts, mainPart } = model;
  const kept = new Set(model.customXml.parts.map(({ part }) => part));
  for (const { type, target } of parts.source.relationships(mainPart)) {
    if (type === 'customXml' && !kept.has(target)) parts.remove(target);
  }
  for (const part of model.customXml.parts) {
    if (part.part !== undefined) {
      if (parts.source.text(part.part) !== part.xml) parts.source.put(part.part, part.xml);
      continue;
    }
    const item = parts.freeName('customXml/item');
    parts.add(mainPart, 'customXml', item, part.xml);
    parts.add(item, 'customXmlProps', item.replace('item', 'itemProps'), storeItem(part.id));
    part.part = item;
  }
}

function storeItem(id: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<ds:datastoreItem ds:itemID="${id}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs/></ds:datastoreItem>`;
}
