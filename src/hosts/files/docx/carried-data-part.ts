import { dataHash, type CarriedData } from '../../../core/links/carried-data.ts';
import { REPORT_NAMESPACE } from './namespaces.ts';
import { element, text, xmlPart, type Markup } from './xml.ts';

/*
 * The custom XML part (ISO/IEC 29500-1, 15.2.5) that holds the carried data. Word and WPS keep such parts through editing and
 * saving, though under names of their own choice.
 */

/** Names the data store item; the same in every report, because each document has only one. */
export const DATA_STORE_ITEM = '{6B1B8C0E-3D0A-4C61-9C55-7A1E6F2D4B90}';

const OFFICE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const PACKAGE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const DATA_STORE = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';

/** The XML of the carried data; see `parseCarriedData`. */
export function carriedDataXml(data: CarriedData): string {
  const { year, department, facts, phrases, off, workbook } = data;
  return xmlPart(
    element(
      'report',
      {
        xmlns: REPORT_NAMESPACE,
        year,
        department,
        hash: dataHash(data),
        ...(off === undefined ? {} : { off: off.join(' ') }),
      },
      ...(workbook === undefined ? [] : [element('workbook', { ...workbook })]),
      element(
        'facts',
        {},
        ...facts.map(({ source, key, value, unit, display, basis }) =>
          element(
            'fact',
            { key, value, unit, display, basis },
            ...source.map((place) => element('source', {}, text(place))),
          ),
        ),
      ),
      element(
        'phrases',
        {},
        ...phrases.map((phrase) =>
          element(
            'phrase',
            { id: phrase.id, tag: phrase.tag, kind: phrase.kind },
            element('text', {}, text(phrase.text)),
            element('source', {}, text(phrase.source)),
          ),
        ),
      ),
    ),
  );
}

/** Where a package holds the data: `customXml/item1.xml` and what belongs to it. */
export interface DataPlace {
  readonly part: string;
  readonly properties: string;
  readonly relationships: string;
}

export function dataPlace(number: number): DataPlace {
  const item = `item${String(number)}.xml`;
  return {
    part: `customXml/${item}`,
    properties: `customXml/itemProps${String(number)}.xml`,
    relationships: `customXml/_rels/${item}.rels`,
  };
}

/** Where our own reports hold it. */
export const OWN_PLACE = dataPlace(1);

/** The new parts of the package that hold the data. */
export function dataParts(data: CarriedData, place: DataPlace = OWN_PLACE): ReadonlyMap<string, string> {
  return new Map([
    [place.part, carriedDataXml(data)],
    [
      place.properties,
      xmlPart(
        element(
          'ds:datastoreItem',
          { 'ds:itemID': DATA_STORE_ITEM, 'xmlns:ds': DATA_STORE },
          element('ds:schemaRefs', {}, element('ds:schemaRef', { 'ds:uri': REPORT_NAMESPACE })),
        ),
      ),
    ],
    [
      place.relationships,
      xmlPart(
        element(
          'Relationships',
          { xmlns: PACKAGE_RELATIONSHIPS },
          element('Relationship', {
            Id: 'rId1',
            Type: `${OFFICE_RELATIONSHIPS}/customXmlProps`,
            Target: place.properties.slice('customXml/'.length),
          }),
        ),
      ),
    ],
  ]);
}

/** What `[Content_Types].xml` must say about them. */
export function dataContentType({ properties }: DataPlace = OWN_PLACE): Markup {
  return element('Override', {
    ContentType: 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
    PartName: `/${properties}`,
  });
}

/** How `word/document.xml` refers to them. The id is unlike the library's and Word's, which are `rId` and a number. */
export function dataRelationship({ part }: DataPlace = OWN_PLACE, id = 'rIdReportData'): Markup {
  return element('Relationship', { Id: id, Type: `${OFFICE_RELATIONSHIPS}/customXml`, Target: `../${part}` });
}
