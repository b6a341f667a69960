import type { FoundData } from '../../core/links/carried-data.ts';
import { missingControls } from '../../core/links/freeze-controls.ts';
import type { FoundControl } from '../../core/links/found-control.ts';
import type { FrozenControl } from '../../core/links/frozen.ts';
import { REPORT_NAMESPACE } from '../files/docx/namespaces.ts';
import { parseCarriedData } from '../files/docx/read-carried-data.ts';
import { FROZEN } from '../records/frozen-record.ts';
import { readRecord } from '../records/record.ts';
import type { WordAccess } from './word-access.ts';

/** A custom XML part of ours. */
interface OwnPart {
  readonly id: string;
  readonly xml: string;
}

/** What the document remembers for us. An interrupted write may have left several parts of one kind. */
export interface DocumentParts {
  readonly carried: readonly (OwnPart & { readonly data: FoundData })[];
  readonly frozen: readonly (OwnPart & { readonly controls: readonly FrozenControl[] })[];
}

/** Reads our custom XML parts by the Common API; WordApi 1.3 has none of its own. @throws HostFailure */
export async function readParts(access: WordAccess): Promise<DocumentParts> {
  const [reports, records] = await Promise.all([
    ownParts(access, REPORT_NAMESPACE),
    ownParts(access, FROZEN.namespace),
  ]);
  const carried = reports.flatMap((part) => {
    const data = parseCarriedData(part.xml);
    return data === undefined ? [] : [{ ...part, data }];
  });
  const frozen: DocumentParts['frozen'][number][] = [];
  for (const part of records) {
    const controls = await readRecord(part.xml, part.id, FROZEN);
    if (controls !== undefined) frozen.push({ ...part, controls });
  }
  return { carried, frozen };
}

async function ownParts(access: WordAccess, namespace: string): Promise<readonly OwnPart[]> {
  const found = await access.ask<Office.CustomXmlPart[]>((done) => {
    Office.context.document.customXmlParts.getByNamespaceAsync(namespace, done);
  });
  return Promise.all(
    found.map(async (part) => ({
      id: part.id,
      xml: await access.ask<string>((done) => {
        part.getXmlAsync(done);
      }),
    })),
  );
}

/** The data that belongs to the controls: of several, the one that most of them agree with, the latest of equals. */
export function carriedOf({ carried }: DocumentParts, controls: readonly FoundControl[]): FoundData | undefined {
  const texts = new Map(controls.map(({ tag, text }) => [tag, text]));
  const agreeing = ({ phrases }: FoundData): number =>
    phrases.filter(({ tag, text }) => texts.get(tag) === text).length;
  return carried
    .map(({ data }) => data)
    .reduce<FoundData | undefined>(
      (best, data) => (best === undefined || agreeing(data) >= agreeing(best) ? data : best),
      undefined,
    );
}

/** The controls that were taken away; undefined when none are. Each 定稿 writes down all of them, so the latest counts. */
export function frozenOf(
  { frozen }: DocumentParts,
  controls: readonly FoundControl[],
): readonly FrozenControl[] | undefined {
  const missing = missingControls(frozen.at(-1)?.controls ?? [], controls);
  return missing.length === 0 ? undefined : missing;
}

/** Adds a part. @returns its id @throws HostFailure */
export async function addPart(access: WordAccess, xml: string): Promise<string> {
  const part = await access.tell<Office.CustomXmlPart>((done) => {
    Office.context.document.customXmlParts.addAsync(xml, done);
  });
  return part.id;
}

/** Takes parts away; those that are gone already do no harm. @throws HostFailure */
export async function deleteParts(access: WordAccess, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const part = await access.ask<Office.CustomXmlPart | undefined>((done) => {
      Office.context.document.customXmlParts.getByIdAsync(
        id,
        done as (result: Office.AsyncResult<Office.CustomXmlPart>) => void,
      );
    });
    // What comes back for a part that is gone has no id.
    if (part?.id === undefined || part.id === '') continue;
    await access.ask<unknown>((done) => {
      part.deleteAsync(done);
    });
  }
}
