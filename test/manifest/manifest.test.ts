import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkManifest, type ManifestSurroundings } from './check-manifest.ts';

const ROOT = join(__dirname, '../..');
const MANIFEST = readFileSync(join(ROOT, 'manifest.xml'), 'utf8');

/** Width and height as the header of a PNG states them. */
function pngSize(path: string): readonly [number, number] | undefined {
  const file = join(ROOT, path);
  if (!existsSync(file)) return undefined;
  const bytes = readFileSync(file);
  return bytes.subarray(1, 4).toString('latin1') === 'PNG'
    ? [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
    : undefined;
}

const SURROUNDINGS: ManifestSurroundings = { imageSize: pngSize, pages: ['taskpane.html'] };

test('the manifest has the structure that Office wants', () => {
  expect(checkManifest(MANIFEST, SURROUNDINGS)).toEqual([]);
});

test('the ribbon offers what the add-in does, in Excel and in Word', () => {
  const labels = (host: string): string[] => {
    const part = MANIFEST.slice(MANIFEST.indexOf(`<Host xsi:type="${host}">`));
    const commands = part.slice(0, part.indexOf('</Host>')).matchAll(/<Control [^>]*>\s*<Label resid="([^"]+)"/g);
    return [...commands].map(
      ([, id = '']) => new RegExp(`id="${id}" DefaultValue="([^"]+)"`).exec(MANIFEST)?.[1] ?? '',
    );
  };
  expect(labels('Workbook')).toEqual(['打开', '计算并写回', '生成报告', '核对']);
  expect(labels('Document')).toEqual(['打开', '生成报告', '核对']);
  expect(MANIFEST).toContain('id="Group.Label" DefaultValue="绩效自评"');
});

/** What is broken, and what the check must then say. */
const BROKEN: readonly (readonly [string, (manifest: string) => string, string])[] = [
  [
    'two elements in the wrong order',
    (m) => swapLines(m, '<Version>', '<ProviderName>'),
    'Version stands after ProviderName',
  ],
  ['a label that is no resource', (m) => m.replace('resid="Check.Label"', 'resid="Nothing"'), 'Label names Nothing'],
  ['a resource nobody uses', (m) => m.replaceAll('resid="Check.Tip"', 'resid="Open.Tip"'), 'Check.Tip is used nowhere'],
  ['an icon of another size', (m) => m.replace('/icon-64.png', '/icon-32.png'), 'is 32 × 32, not 64'],
  ['an icon that does not exist', (m) => m.replaceAll('icon-16.png', 'icon-17.png'), 'no picture at'],
  [
    'a page without https',
    (m) => m.replace('https://localhost:3000/taskpane.html?do=open', 'http://localhost/'),
    'is not https',
  ],
  [
    'a page that is not built',
    (m) => m.replace('taskpane.html?do=check', 'check.html'),
    'the build makes no check.html',
  ],
  ['a host less', (m) => m.replace('<Host Name="Document" />', ''), 'Hosts lacks Document'],
  ['a set that Word lacks', (m) => m.replace('Name="AddinCommands"', 'Name="ExcelApi"'), 'Requirements names ExcelApi'],
  [
    'an id twice',
    (m) => m.replace('id="Jixiao.Excel.Check"', 'id="Jixiao.Excel.Open"'),
    'Jixiao.Excel.Open stands more than once',
  ],
  ['an id that is no GUID', (m) => m.replace(/<Id>.{4}/, '<Id>'), 'Id is no lower-case GUID'],
  [
    'a label that is too long',
    (m) => m.replace('DefaultValue="打开"', `DefaultValue="${'打开'.repeat(99)}"`),
    'is too long',
  ],
];

test.each(BROKEN)('a manifest with %s is refused', (_what, breakIt, message) => {
  const broken = breakIt(MANIFEST);
  expect(broken).not.toBe(MANIFEST);
  expect(checkManifest(broken, SURROUNDINGS).join('\n')).toContain(message);
});

function swapLines(text: string, first: string, second: string): string {
  const lines = text.split('\n');
  const one = lines.findIndex((line) => line.includes(first));
  const two = lines.findIndex((line) => line.includes(second));
  [lines[one], lines[two]] = [lines[two] ?? '', lines[one] ?? ''];
  return lines.join('\n');
}
