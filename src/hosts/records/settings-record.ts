import type { DraftOptions } from '../../core/report/draft.ts';
import { OUTLINE, type SectionId } from '../../core/report/outline.ts';
import type { WorkbookSettings } from '../ports/live-spreadsheet.ts';
import { childrenOf, type XmlElement } from '../xml/xml-tree.ts';
import { decodeXString } from '../xml/xstring.ts';
import { recordXml, type RecordKind } from './record.ts';

/** The record of what a person chose for the workbook. Settings that are not known are passed by. */
export const SETTINGS: RecordKind<WorkbookSettings> = {
  namespace: 'urn:jixiao:settings:1',
  root: 'settings',
  storeId: '{2B9C7F10-64D3-4E1A-8B57-91E6A0D3C485}',
  none: {},
  read: (root) => {
    const settings = childrenOf(root, 'setting');
    const [scheme] = named(settings, 'scheme').map(valueOf);
    const report = reportOf(settings);
    return {
      ...(scheme === undefined || scheme === '' ? {} : { scheme }),
      ...(report === undefined ? {} : { report }),
    };
  },
};

/** The record as XML. */
export function settingsXml({ scheme, report = {} }: WorkbookSettings): string {
  const { off = [], notes = {} } = report;
  return recordXml(SETTINGS, 'setting', [
    ...(scheme === undefined ? [] : [{ name: 'scheme', value: scheme }]),
    ...off.map((section) => ({ name: 'left-out', section })),
    ...Object.entries(notes)
      .filter(([, note]) => note !== '')
      .map(([section, note]) => ({ name: 'note', section, value: note })),
  ]);
}

function reportOf(settings: readonly XmlElement[]): DraftOptions | undefined {
  const off = named(settings, 'left-out').flatMap((one) => sectionOf(one) ?? []);
  const notes = named(settings, 'note').flatMap((one) => {
    const section = sectionOf(one);
    return section === undefined ? [] : [[section, valueOf(one)] as const];
  });
  if (off.length + notes.length === 0) return undefined;
  return {
    ...(off.length === 0 ? {} : { off }),
    ...(notes.length === 0 ? {} : { notes: Object.fromEntries(notes) }),
  };
}

function named(settings: readonly XmlElement[], name: string): readonly XmlElement[] {
  return settings.filter(({ attributes }) => attributes.name === name);
}

function valueOf({ attributes }: XmlElement): string {
  return decodeXString(attributes.value ?? '');
}

function sectionOf({ attributes }: XmlElement): SectionId | undefined {
  return OUTLINE.find(({ id }) => id === attributes.section)?.id;
}
