import type { WorkbookPart } from '../workbook-part.ts';
import type { RecordKind } from '../../../records/record.ts';
import type { FoundRecord } from '../find-record.ts';
import type { PackageDraft } from './package-draft.ts';

const PROPERTIES_TYPE = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml';

const TRANSITIONAL = 'http://schemas.openxmlformats.org/officeDocument/2006';
const STRICT = 'http://purl.oclc.org/ooxml/officeDocument';

/** Puts a record into its custom XML part: the one where it was found, or a new one that the workbook (or document) is related to. */
export async function putRecord(
  draft: PackageDraft,
  workbook: Pick<WorkbookPart, 'part' | 'strict'>,
  kind: Pick<RecordKind<unknown>, 'storeId' | 'namespace'>,
  found: Pick<FoundRecord<unknown>, 'part'>,
  xml: string,
): Promise<void> {
  if (found.part !== undefined) {
    draft.put(found.part, xml);
    return;
  }
  let number = 1;
  while (draft.has(`customXml/item${String(number)}.xml`) || draft.has(`customXml/itemProps${String(number)}.xml`)) {
    number += 1;
  }
  const item = `customXml/item${String(number)}.xml`;
  const properties = `customXml/itemProps${String(number)}.xml`;
  const office = workbook.strict ? STRICT : TRANSITIONAL;
  draft.put(item, xml);
  draft.put(
    properties,
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n' +
      `<ds:datastoreItem ds:itemID="${kind.storeId}" xmlns:ds="${office}/customXml"><ds:schemaRefs>` +
      `<ds:schemaRef ds:uri="${kind.namespace}"/></ds:schemaRefs></ds:datastoreItem>`,
  );
  draft.put(
    `customXml/_rels/item${String(number)}.xml.rels`,
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
      `<Relationship Id="rId1" Type="${office}/relationships/customXmlProps" Target="itemProps${String(number)}.xml"/>` +
      '</Relationships>',
  );
  await draft.declareXml(item);
  await draft.declare(properties, PROPERTIES_TYPE);
  await draft.relate(workbook.part, item, `${office}/relationships/customXml`);
}
