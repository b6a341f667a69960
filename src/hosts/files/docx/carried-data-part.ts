import { dataHash, type CarriedData } from './carried-data.ts';
import { REPORT_NAMESPACE } from './namespaces.ts';
import { element, text, xmlPart } from './xml.ts';

/*
 * The custom XML part (ISO/IEC 29500-1, 15.2.5) that holds the carried data. Word and WPS keep such parts through editing and
 * saving, though under names of their own choice.
 */

export const DATA_PART = 'customXml/item1.xml';
export const DATA_PROPERTIES_PART = 'customXml/itemProps1.xml';
export const DATA_RELATIONSHIPS_PART = 'customXml/_rels/item1.xml.rels';

/** Names the data store item; the same in every report, because each document has only one. */
const STORE_ITEM = '{6B1B8C0E-3D0A-4C61-9C55-7A1E6F2D4B90}';

const OFFICE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const DATA_STORE = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';

function dataPart(data: CarriedData): string {
  const { year, department, facts, phrases } = data;
  return xmlPart(
    element(
      'report',
      { xmlns: REPORT_NAMESPACE, year, department, hash: dataHash(data) },
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

/** The new parts of the package that hold the data. */
export function dataParts(data: CarriedData): ReadonlyMap<string, string> {
  return new Map([
    [DATA_PART, dataPart(data)],
    [
      DATA_PROPERTIES_PART,
      xmlPart(
        element(
          'ds:datastoreItem',
          { 'ds:itemID': STORE_ITEM, 'xmlns:ds': DATA_STORE },
          element('ds:schemaRefs', {}, element('ds:schemaRef', { 'ds:uri': REPORT_NAMESPACE })),
        ),
      ),
    ],
    [
      DATA_RELATIONSHIPS_PART,
      xmlPart(
        element(
          'Relationships',
          { xmlns: PACKAGE_RELATIONSHIPS },
          element('Relationship', {
            Id: 'rId1',
            Type: `${OFFICE_RELATIONSHIPS}/customXmlProps`,
            Target: 'itemProps1.xml',
          }),
        ),
      ),
    ],
  ]);
}

/** What `[Content_Types].xml` must say about them. */
export const DATA_CONTENT_TYPE = element('Override', {
  ContentType: 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
  PartName: `/${DATA_PROPERTIES_PART}`,
});

/** How `word/document.xml` refers to them. The id is unlike the library's, which are `rId` and a number. */
export const DATA_RELATIONSHIP = element('Relationship', {
  Id: 'rIdReportData',
  Type: `${OFFICE_RELATIONSHIPS}/customXml`,
  Target: `../${DATA_PART}`,
});
