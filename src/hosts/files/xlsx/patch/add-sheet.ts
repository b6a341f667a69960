import { formulaRef } from '../../../../core/workbook/cell-ref.ts';
import type { NewSheet } from '../../../../core/workbook/write-plan.ts';
import type { EditedPart } from '../opc/edited-part.ts';
import { escapeAttribute, escapeText } from '../../../xml/xml-text.ts';
import { childOf, childrenOf, prefixedAttribute, type XmlElement } from '../../../xml/xml-tree.ts';
import { UnusableFile } from '../../../ports/unusable-file.ts';
import type { WorkbookPart } from '../workbook-part.ts';
import type { PackageDraft } from './package-draft.ts';

const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';

/** Adds sheets behind the others: the part, its relationship and content type, and its line in the workbook. */
export class SheetAdder {
  #added = 0;
  #definedNames = '';

  constructor(
    private readonly draft: PackageDraft,
    private readonly workbook: WorkbookPart,
    private readonly part: EditedPart,
  ) {}

  /** Adds one sheet whose part is already written. */
  async add(sheet: NewSheet, xml: string): Promise<void> {
    const { root } = this.part;
    const list = childOf(root, 'sheets');
    const model = list?.children.at(-1);
    const idName = model && prefixedAttribute(model, 'id')?.name;
    const type = this.workbook.sheets[0]?.relationshipType;
    if (list === undefined || model === undefined || idName === undefined || type === undefined) {
      throw new UnusableFile('damaged', 'the workbook has no sheet');
    }
    const folder = this.workbook.part.slice(0, this.workbook.part.lastIndexOf('/') + 1);
    const path = this.draft.free((index) => `${folder}worksheets/sheet${String(index)}.xml`);
    this.draft.put(path, xml);
    await this.draft.declare(path, SHEET_TYPE);
    const id = await this.draft.relate(this.workbook.part, path, type);
    const ids = childrenOf(list, 'sheet').map(({ attributes }) => Number(attributes.sheetId));
    const sheetId = Math.max(0, ...ids) + this.#added + 1;
    this.part.append(
      list,
      `<${model.name} name="${escapeAttribute(sheet.name)}" sheetId="${String(sheetId)}" ${idName}="${id}"/>`,
    );
    if (sheet.headerRow >= 0) this.#printTitles(sheet, list.children.length + this.#added, root);
    this.#added += 1;
  }

  /** Puts the names that the added sheets need where the order of the workbook's elements wants them. */
  finish(): void {
    if (this.#definedNames === '') return;
    const { root } = this.part;
    const names = childOf(root, 'definedNames');
    if (names !== undefined) {
      this.part.append(names, this.#definedNames);
      return;
    }
    const before = root.children.filter(({ local }) =>
      ['sheets', 'functionGroups', 'externalReferences'].includes(local),
    );
    const prefix = root.name.slice(0, -root.local.length);
    const last = before.at(-1);
    if (last === undefined) return;
    this.part.insertAfter(last, `<${prefix}definedNames>${this.#definedNames}</${prefix}definedNames>`);
  }

  /** The rows to repeat on printed pages are a name that belongs to the sheet, by its position. */
  #printTitles({ name, headerRow }: NewSheet, position: number, root: XmlElement): void {
    const prefix = root.name.slice(0, -root.local.length);
    const sheet = formulaRef({ sheet: name, row: 0, column: 0 }).slice(0, -'A1'.length);
    const rows = escapeText(`${sheet}$1:$${String(headerRow + 1)}`);
    this.#definedNames += `<${prefix}definedName name="_xlnm.Print_Titles" localSheetId="${String(position)}">${rows}</${prefix}definedName>`;
  }
}
