import { WORD_NAMESPACE } from './namespaces.ts';
import { singleLine } from '../../../core/links/document-text.ts';
import { element, text, xmlPart } from './xml.ts';

/** How documents of Word 2013 and later are laid out; the other settings are what a Chinese Word gives a new document. */
const COMPATIBILITY_MODE = 15;

/** `word/settings.xml`. */
export function settingsPart(): string {
  return xmlPart(
    element(
      'w:settings',
      { 'xmlns:w': WORD_NAMESPACE },
      element('w:zoom', { 'w:percent': 100 }),
      element('w:defaultTabStop', { 'w:val': 420 }),
      element('w:evenAndOddHeaders'),
      element('w:characterSpacingControl', { 'w:val': 'compressPunctuation' }),
      element(
        'w:compat',
        {},
        element('w:spaceForUL'),
        element('w:balanceSingleByteDoubleByteWidth'),
        element('w:doNotLeaveBackslashAlone'),
        element('w:ulTrailSpace'),
        // A line that ends in a line break is not stretched to the full width.
        element('w:doNotExpandShiftReturn'),
        element('w:useFELayout'),
        element('w:compatSetting', {
          'w:name': 'compatibilityMode',
          'w:uri': 'http://schemas.microsoft.com/office/word',
          'w:val': COMPATIBILITY_MODE,
        }),
      ),
      element('w:themeFontLang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN' }),
      element('w:decimalSymbol', { 'w:val': '.' }),
      element('w:listSeparator', { 'w:val': ',' }),
    ),
  );
}

/** `docProps/core.xml`: title, author and language. No dates: the same report gives the same file whenever it is written. */
export function corePropertiesPart(title: string, department: string): string {
  return xmlPart(
    element(
      'cp:coreProperties',
      {
        'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      },
      element('dc:title', {}, text(singleLine(title))),
      element('dc:creator', {}, text(singleLine(department))),
      element('dc:language', {}, text('zh-CN')),
    ),
  );
}
