import { inlinesOf } from '../../../../src/core/report/document.ts';
import { readDocument } from '../../../../src/hosts/files/docx/read-document.ts';
import { writeDocx } from '../../../../src/hosts/files/docx/write-docx.ts';
import { draftedFile, ledgerFiles } from '../../../core/support/ledger-files.ts';
import { open } from './package.ts';

/** The tables of a report as a .docx file holds them, for a department with many projects and one with other money. */
const FILES = ledgerFiles().filter(({ name }) => /医院|金额巨大/.test(name));

test.each(FILES.map((file) => [file.name, file] as const))(
  '%s: every cell is linked, numbers stand right',
  async (_, file) => {
    const { document } = draftedFile(file).draft;
    const bytes = await writeDocx(document);
    const tables = document.blocks.filter((block) => block.kind === 'table');
    expect(tables).toHaveLength(2);
    const found = new Map((await readDocument(bytes)).controls.map(({ tag, text }) => [tag, text]));
    const linked = tables.flatMap(inlinesOf).filter((inline) => inline.kind !== 'text');
    expect(linked.length).toBeGreaterThan(100);
    expect(linked.filter(({ id, text }) => id.length <= 64 && found.get(id) !== text)).toEqual([]);

    const xml = (await open(bytes)).get('word/document.xml') ?? '';
    const bodies = xml.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? [];
    expect(bodies).toHaveLength(2);
    for (const [index, body] of bodies.entries()) {
      const rows = body.match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
      expect(rows.map((row) => row.includes('<w:tblHeader'))).toEqual(rows.map((_row, at) => at === 0));
      const columns = tables[index]?.columns ?? [];
      for (const row of rows.slice(1)) {
        const cells = row.match(/<w:tc>.*?<\/w:tc>/gs) ?? [];
        expect(cells.map((cell) => cell.includes('<w:jc w:val="right"/>'))).toEqual(
          columns.map(({ align }) => align === 'right'),
        );
        // A figure is never bare text: what stands in a cell with digits stands in a content control.
        for (const cell of cells.filter((one) => /<w:t[ >][^<]*\d/.test(one))) expect(cell).toContain('<w:sdt>');
      }
    }
  },
);
