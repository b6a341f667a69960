import { remoteType, textOf, type Maker } from '../../rich-api/remote-type.ts';
import { XmlElement, XmlText } from '../tree/xml-tree.ts';
import type { OfModel } from './places.ts';

const NAMES: Readonly<Record<string, string>> = {
  Title: 'dc:title',
  Subject: 'dc:subject',
  Author: 'dc:creator',
  Keywords: 'cp:keywords',
  Comments: 'dc:description',
  Category: 'cp:category',
};

/** The API's DocumentProperties: those that a person fills in. */
export const properties: Maker<OfModel> = remoteType<OfModel>({
  name: 'DocumentProperties',
  read: Object.fromEntries(
    Object.entries(NAMES).map(([name, element]) => [
      name,
      ({ model }: OfModel) => valueOf(core(model)?.child(element)),
    ]),
  ),
  write: Object.fromEntries(
    Object.entries(NAMES).map(([name, element]) => [
      name,
      ({ model }: OfModel, value: unknown) => {
        model.edit(model.body);
        const root = core(model);
        if (root === undefined) return;
        const found = root.child(element) ?? new XmlElement(element);
        if (found.parent === undefined) root.append(found);
        found.children.length = 0;
        found.append(new XmlText(textOf(value)));
      },
    ]),
  ),
});

function core(model: OfModel['model']): XmlElement | undefined {
  return model.parts.relatedTree('', 'core-properties');
}

function valueOf(element: XmlElement | undefined): string {
  return (element?.children ?? []).map((node) => (node instanceof XmlText ? node.data : '')).join('');
}
