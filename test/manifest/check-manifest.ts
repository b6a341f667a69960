import { parseXmlTree, type XmlElement } from '../../src/hosts/xml/xml-tree.ts';

/**
 * Children of each element in the order that the schema of add-in-only manifests wants, version overrides 1.0 for task panes.
 * An element that is not listed here takes no children that we check.
 */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    'Id',
    'AlternateId',
    'Version',
    'ProviderName',
    'DefaultLocale',
    'DisplayName',
    'Description',
    'IconUrl',
    'HighResolutionIconUrl',
    'SupportUrl',
    'AppDomains',
    'Hosts',
    'Requirements',
    'DefaultSettings',
    'Permissions',
    'VersionOverrides',
  ],
  VersionOverrides: ['Description', 'Requirements', 'Hosts', 'Resources'],
  DesktopFormFactor: ['GetStarted', 'FunctionFile', 'ExtensionPoint'],
  GetStarted: ['Title', 'Description', 'LearnMoreUrl'],
  Group: ['Label', 'Icon', 'Control'],
  Control: ['Label', 'Supertip', 'Icon', 'Action'],
  Supertip: ['Title', 'Description'],
  Action: ['TaskpaneId', 'SourceLocation'],
  Resources: ['Images', 'Urls', 'ShortStrings', 'LongStrings'],
};

const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: ['Id', 'Version', 'ProviderName', 'DefaultLocale', 'DisplayName', 'Description', 'IconUrl', 'Hosts'],
  Group: ['Label', 'Icon', 'Control'],
  Control: ['Label', 'Supertip', 'Icon', 'Action'],
  Action: ['SourceLocation'],
};

/** Longest text a resource may hold, by the list it stands in. */
const LONGEST: Readonly<Record<string, number>> = { ShortStrings: 125, LongStrings: 250, Urls: 2048, Images: 2048 };

/** Which list of resources an element with `resid` looks into. */
const RESOURCE_LIST: Readonly<Record<string, string>> = {
  Label: 'ShortStrings',
  Title: 'ShortStrings',
  Description: 'LongStrings',
  LearnMoreUrl: 'Urls',
  SourceLocation: 'Urls',
  Image: 'Images',
};

/** Sets of one host only: listed once, they keep the add-in out of the other host. */
const ONE_HOST_SETS = ['ExcelApi', 'WordApi', 'PowerPointApi', 'OneNoteApi', 'Mailbox'];

/** What the check needs to know of the project besides the manifest. */
export interface ManifestSurroundings {
  /** Width and height of a PNG under the add-in's root, by its path (`assets/icon-16.png`); undefined when there is none. */
  readonly imageSize: (path: string) => readonly [number, number] | undefined;
  /** Pages that the build makes: `taskpane.html`. */
  readonly pages: readonly string[];
}

/** What a structural reading of an add-in-only manifest finds wrong; nothing when it is right. Needs no network. */
export function checkManifest(text: string, surroundings: ManifestSurroundings): string[] {
  const problems: string[] = [];
  const root = parseXmlTree(text, 'manifest.xml');
  const all = [...elements(root)];
  const textOf = (element: XmlElement): string => text.slice(element.openEnd, element.closeStart).trim();
  const named = (local: string): XmlElement[] => all.filter((element) => element.local === local);

  for (const element of all) problems.push(...orderProblems(element));

  const id = named('Id')[0];
  if (id === undefined || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(textOf(id))) {
    problems.push('Id is no lower-case GUID');
  }
  const version = named('Version')[0];
  if (version === undefined || !/^\d+(\.\d+){1,3}$/.test(textOf(version))) {
    problems.push('Version is not of two to four numbers');
  }
  // The tabs of Office have ids of their own, that both hosts name.
  const ours = all.filter((element) => element.local !== 'OfficeTab');
  const ids = ours.map((element) => element.attributes.id).filter((value) => value !== undefined);
  for (const repeated of new Set(ids.filter((value, index) => ids.indexOf(value) !== index))) {
    problems.push(`id ${repeated} stands more than once`);
  }

  const baseHosts = hostsUnder(root, 'Name');
  const overrides = named('VersionOverrides')[0];
  const commandHosts = overrides === undefined ? [] : hostsUnder(overrides, 'xsi:type');
  for (const host of ['Workbook', 'Document']) {
    if (!baseHosts.includes(host)) problems.push(`Hosts lacks ${host}`);
    if (!commandHosts.includes(host)) problems.push(`VersionOverrides lacks the host ${host}`);
  }
  for (const set of named('Set')) {
    const name = set.attributes.Name ?? '';
    if (ONE_HOST_SETS.includes(name)) problems.push(`Requirements names ${name}, which the other host does not have`);
  }

  const lists = new Map<string, Map<string, string>>();
  for (const list of named('Resources').flatMap((resources) => resources.children)) {
    const entries = new Map<string, string>();
    for (const entry of list.children) {
      const value = entry.attributes.DefaultValue ?? '';
      if (value === '') problems.push(`${list.local}: ${entry.attributes.id ?? '?'} is empty`);
      if (value.length > (LONGEST[list.local] ?? 0)) {
        problems.push(`${list.local}: ${entry.attributes.id ?? '?'} is too long`);
      }
      entries.set(entry.attributes.id ?? '', value);
    }
    lists.set(list.local, entries);
  }
  const used = new Set<string>();
  for (const element of all) {
    const resid = element.attributes.resid;
    if (resid === undefined) continue;
    used.add(resid);
    const list = RESOURCE_LIST[element.local] ?? '?';
    if (lists.get(list)?.has(resid) !== true) problems.push(`${element.local} names ${resid}, which ${list} lacks`);
  }
  for (const [list, entries] of lists) {
    for (const key of entries.keys()) if (!used.has(key)) problems.push(`${list}: ${key} is used nowhere`);
  }
  for (const icon of named('Icon')) {
    for (const image of icon.children) {
      const url = lists.get('Images')?.get(image.attributes.resid ?? '') ?? '';
      const size = Number(image.attributes.size);
      problems.push(...imageProblems(url, size, surroundings));
    }
    const sizes = icon.children.map((image) => image.attributes.size).join(' ');
    if (sizes !== '16 32 80') problems.push(`an Icon has the sizes ${sizes}, not 16 32 80`);
  }
  problems.push(...imageProblems(named('IconUrl')[0]?.attributes.DefaultValue ?? '', 32, surroundings));
  problems.push(...imageProblems(named('HighResolutionIconUrl')[0]?.attributes.DefaultValue ?? '', 64, surroundings));

  for (const element of all) {
    const url = element.attributes.DefaultValue;
    if (url === undefined) continue;
    const isUrl = /Url$|^SourceLocation$|^Image$/.test(element.local);
    if (isUrl && !url.startsWith('https://')) problems.push(`${element.local}: ${url} is not https`);
    const page = /^https:\/\/[^/]+\/([^?#]+\.html)/.exec(url)?.[1];
    if (page !== undefined && !surroundings.pages.includes(page)) problems.push(`${url}: the build makes no ${page}`);
  }
  return problems;
}

function* elements(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) yield* elements(child);
}

function orderProblems(element: XmlElement): string[] {
  const problems: string[] = [];
  const order = ORDER[element.local];
  const children = element.children.map((child) => child.local);
  if (order !== undefined) {
    const places = children.map((child) => order.indexOf(child));
    children.forEach((child, index) => {
      if (places[index] === -1) problems.push(`${element.local} takes no ${child}`);
      else if (index > 0 && (places[index] ?? 0) < (places[index - 1] ?? 0)) {
        problems.push(`${child} stands after ${children[index - 1] ?? ''} in ${element.local}`);
      }
    });
  }
  for (const wanted of REQUIRED[element.local] ?? []) {
    if (!children.includes(wanted)) problems.push(`${element.local} lacks ${wanted}`);
  }
  return problems;
}

function hostsUnder(element: XmlElement, attribute: string): string[] {
  const hosts = element.children.find((child) => child.local === 'Hosts');
  return (hosts?.children ?? []).map((host) => host.attributes[attribute] ?? '');
}

function imageProblems(url: string, size: number, { imageSize }: ManifestSurroundings): string[] {
  const path = /^https:\/\/[^/]+\/(.+)$/.exec(url)?.[1];
  const found = path === undefined ? undefined : imageSize(path);
  if (found === undefined) return [`no picture at ${url}`];
  return found[0] === size && found[1] === size ? [] : [`${url} is ${found.join(' × ')}, not ${String(size)}`];
}
