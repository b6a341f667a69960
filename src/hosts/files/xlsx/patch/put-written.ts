import type { WrittenCell } from '../../../../core/workbook/workbook.ts';
import type { WorkbookPart } from '../workbook-part.ts';
import { mergeWritten, readWritten, writtenXml } from '../written-part.ts';
import type { PackageDraft } from './package-draft.ts';

/** Names our record for Excel, which keeps custom XML only with an id. */
const STORE_ID = '{7C1B6E52-2E0F-4D0B-9C59-3A4B1F6D8E21}';
const PROPERTIES_TYPE = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml';

const TRANSITIONAL = 'http://schemas.openxmlformats.org/officeDocument/2006';
const STRICT = 'http://purl.oclc.org/ooxml/officeDocument';

/** Records what was written in a custom XML part, over what earlier write-backs recorded there. */
export async function putWritten(
  draft: PackageDraft,
  workbook: WorkbookPart,
  now: readonly WrittenCell[],
): Promise<void> {
  const { source } = draft;
  const earlier = await readWritten(source, workbook);
  const xml = writtenXml(mergeWritten(earlier.cells, now));
  if (earlier.part !== undefined) {
    draft.put(earlier.part, xml);
    return;
  }
  let number = 1;
  while (source.has(`customXml/item${String(number)}.xml`) || source.has(`customXml/itemProps${String(number)}.xml`)) {
    number += 1;
  }
  const item = `customXml/item${String(number)}.xml`;
  const properties = `customXml/itemProps${String(number)}.xml`;
  const office = workbook.strict ? STRICT : TRANSITIONAL;
  draft.put(item, xml);
  draft.put(
    properties,
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n' +
      `<ds:datastoreItem ds:itemID="${STORE_ID}" xmlns:ds="${office}/customXml"><ds:schemaRefs>` +
      '<ds:schemaRef ds:uri="urn:jixiao:written:1"/></ds:schemaRefs></ds:datastoreItem>',
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
