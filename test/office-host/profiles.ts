import type { OfficeApp } from './app-context.ts';

/** Requirement sets: name in lower case → highest version, as a host reports them. */
export type RequirementSets = Readonly<Record<string, string>>;

/** An edition of Office, by the requirement sets that its programs report. */
export interface Profile {
  readonly name: string;
  readonly sets: Readonly<Record<OfficeApp, RequirementSets>>;
  /** What the edition really has where the client library of the tests knows less. */
  readonly beyondTheLibrary?: RequirementSets;
}

const COMMON = {
  addincommands: '1.1',
  dialogapi: '1.1',
  documentevents: '1.1',
  file: '1.1',
  ribbonapi: '1.1',
  selection: '1.1',
  settings: '1.1',
};
const EXCEL = { ...COMMON, delayforcelledit: '1.1' };
const WORD = { ...COMMON, compressedfile: '1.1', customxmlparts: '1.1', wordapi: '1.3' };

/**
 * What the editions report. The client library on npm stops at ExcelApi 1.15 and WordApi 1.3: newer editions cannot be told
 * apart above that, and a call above it does not exist in the library at all.
 */
export const PROFILES = {
  ltsc2021: { name: 'Office LTSC 2021', sets: { Excel: { ...EXCEL, excelapi: '1.14' }, Word: WORD } },
  ltsc2024: {
    name: 'Office LTSC 2024',
    sets: { Excel: { ...EXCEL, excelapi: '1.15' }, Word: WORD },
    beyondTheLibrary: { excelapi: '1.17', wordapi: '1.8' },
  },
  microsoft365: {
    name: 'Microsoft 365',
    sets: {
      Excel: { ...EXCEL, excelapi: '1.15', excelapionline: '1.1', sharedruntime: '1.1' },
      Word: WORD,
    },
    beyondTheLibrary: { excelapi: '1.18', wordapi: '1.9' },
  },
} as const satisfies Record<string, Profile>;

export type ProfileName = keyof typeof PROFILES;
