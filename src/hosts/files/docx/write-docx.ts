import { Document, DocumentGridType, Packer } from 'docx';
import type { ReportDocument } from '../../../core/report/document.ts';
import { body } from './blocks.ts';
import { carriedData } from '../../../core/links/carried-data.ts';
import { linkedInlines, nameControls } from '../../../core/links/control-names.ts';
import { dataContentType, dataParts, dataRelationship } from './carried-data-part.ts';
import { fontTablePart } from './fonts.ts';
import { GRID_CHARACTER_SPACE, LINE_PITCH, PAGE } from './layout.ts';
import { OutlineNumbering } from './numbering-part.ts';
import { pageNumberFooters } from './page-number.ts';
import { corePropertiesPart, settingsPart } from './settings-part.ts';
import { stylesPart } from './styles-part.ts';
import { packParts, withParts } from './zip.ts';

const CONTENT_TYPES = '[Content_Types].xml';
const RELATIONSHIPS = 'word/_rels/document.xml.rels';

/**
 * Writes a report as a .docx file laid out by GB/T 9704-2012 (A4, 22 lines of 28 characters, page numbers outside). Every
 * phrase and every gap stands in a content control of its own, and the file carries the facts behind them; see
 * `readCarriedData`. The same report always gives the same bytes.
 * @throws Error when two phrases of the report have the same id, or a table row has more cells than the table has columns.
 */
export async function writeDocx(report: ReportDocument): Promise<Uint8Array> {
  const names = nameControls(linkedInlines(report));
  const numbering = new OutlineNumbering();
  const document = new Document({
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: {
              top: PAGE.top,
              right: PAGE.right,
              bottom: PAGE.bottom,
              left: PAGE.left,
              header: PAGE.header,
              footer: PAGE.footer,
            },
          },
          grid: { type: DocumentGridType.LINES_AND_CHARS, linePitch: LINE_PITCH, charSpace: GRID_CHARACTER_SPACE },
        },
        footers: pageNumberFooters(),
        children: body(report.blocks, names, numbering),
      },
    ],
  });
  const parts = await unpacked(await Packer.pack(document, 'uint8array'));
  // The library's own parts name its defaults and the time of writing, or cannot say what the layout needs.
  parts.set('word/styles.xml', stylesPart());
  parts.set('word/numbering.xml', numbering.part());
  parts.set('word/settings.xml', settingsPart());
  parts.set('word/fontTable.xml', fontTablePart());
  parts.set('docProps/core.xml', corePropertiesPart(report.title, report.department));
  for (const [name, xml] of dataParts(carriedData(report, names))) parts.set(name, xml);
  insertBefore(parts, CONTENT_TYPES, '</Types>', dataContentType());
  insertBefore(parts, RELATIONSHIPS, '</Relationships>', dataRelationship());
  return packParts(parts);
}

function unpacked(bytes: Uint8Array): Promise<Map<string, string>> {
  return withParts(bytes, async (parts) => {
    const texts = new Map<string, string>();
    for (const [name, text] of parts) texts.set(name, await text());
    return texts;
  });
}

function insertBefore(parts: Map<string, string>, name: string, end: string, markup: string): void {
  const xml = parts.get(name);
  if (xml?.endsWith(end) !== true) throw new Error(`${name} does not end in ${end}`);
  parts.set(name, xml.slice(0, -end.length) + markup + end);
}
