import { numbered, type ControlRef } from '../../core/links/found-control.ts';
import type { LinkChange } from '../../core/links/update-links.ts';
import { HostFailure } from '../ports/host-failure.ts';
import { readDocumentXml } from '../files/docx/read-document.ts';
import { askControls, plainText, type ListedControl } from './listed-controls.ts';
import type { WordAccess, WordBatch } from './word-access.ts';

/** One control that gets new words. */
interface Job {
  readonly change: LinkChange;
  readonly control: ListedControl;
}

/**
 * Gives controls new words in one round trip, after one that looks at them: those that a person edited meanwhile are left.
 * @returns the controls that were left
 * @throws HostFailure; unless it says otherwise, the document is as it was
 */
export async function updateControls(
  access: WordAccess,
  changes: readonly LinkChange[],
): Promise<readonly ControlRef[]> {
  const { jobs, kept } = await jobsFor(access, changes);
  if (jobs.length === 0) return kept;
  let before: readonly string[];
  try {
    before = await write(access, jobs);
  } catch (error) {
    return [...kept, ...(await settled(access, jobs, error))];
  }
  return [...kept, ...(await giveBack(access, jobs, before))];
}

/** Gives back what a person typed at the very moment of the write: it came in the same answer. @returns these controls */
async function giveBack(
  access: WordAccess,
  jobs: readonly Job[],
  before: readonly string[],
): Promise<readonly ControlRef[]> {
  const typedOver = jobs.filter(({ control }, at) => before[at] !== control.text);
  if (typedOver.length === 0) return [];
  const texts = typedOver.map((job) => before[jobs.indexOf(job)] ?? '');
  await putBack(access, typedOver, texts).catch((error: unknown) => {
    throw new HostFailure('overwritten', `${String(error)} ${JSON.stringify(texts)}`, [], typedOver.map(refOf));
  });
  return typedOver.map(refOf);
}

/** Which controls hold what is expected, in one round trip. */
async function jobsFor(
  access: WordAccess,
  changes: readonly LinkChange[],
): Promise<{ readonly jobs: readonly Job[]; readonly kept: readonly ControlRef[] }> {
  const { listed, found } = await access.read(async (context) => {
    const answer = askControls(context);
    const ooxml = context.document.body.getOoxml();
    await context.sync();
    return { listed: answer(), found: readDocumentXml(ooxml.value) };
  });
  const byRef = new Map(listed.map((control) => [keyOf(control), control]));
  const standing = new Map(numbered(found.controls).map((control) => [keyOf(control), control]));
  const jobs: Job[] = [];
  const kept: ControlRef[] = [];
  for (const change of changes) {
    const control = byRef.get(keyOf(change));
    const now = standing.get(keyOf(change));
    const isExpected = now !== undefined && !now.locked && now.text === change.expected;
    if (control !== undefined && isExpected) jobs.push({ change, control });
    else kept.push(refOf({ change }));
  }
  return { jobs, kept };
}

/** @returns what stood in each control just before */
function write(access: WordAccess, jobs: readonly Job[]): Promise<readonly string[]> {
  const batch: WordBatch<readonly string[]> = async (context) => {
    const all = context.document.body.contentControls;
    const probes = jobs.map(({ change: { text, becomes }, control: { id } }) => {
      const control = all.getById(id);
      control.load('text');
      control.insertText(text, 'Replace');
      if (becomes !== undefined) {
        control.tag = becomes.tag;
        control.title = becomes.title;
        setHighlight(control, null);
      }
      return control;
    });
    await context.sync();
    return probes.map(({ text }) => plainText(text));
  };
  return access.once(batch, (before) => {
    // The request was given up, and Word carried it out later, over what a person may have typed meanwhile.
    giveBack(access, jobs, before).catch(() => undefined);
  });
}

/** Puts words, names and marks back as they were. */
async function putBack(access: WordAccess, jobs: readonly Job[], texts: readonly string[]): Promise<void> {
  await access.repeat(async (context) => {
    jobs.forEach(({ change: { becomes }, control: { id, tag, title, highlight } }, at) => {
      const control = context.document.body.contentControls.getById(id);
      control.insertText(texts[at] ?? '', 'Replace');
      if (becomes === undefined) return;
      control.tag = tag;
      control.title = title;
      setHighlight(control, highlight);
    });
    await context.sync();
  });
}

/** The API takes null for no mark, which its types do not say. */
function setHighlight(control: Word.ContentControl, color: string | null): void {
  control.font.set({ highlightColor: color as never });
}

/**
 * Finds out how a write ended that failed or was not answered, and sees to it that it ended as a whole.
 * @returns the controls that were left, when all others hold the new words
 * @throws what went wrong, when the document is as it was; `half-written` or `unconfirmed` otherwise
 */
async function settled(access: WordAccess, jobs: readonly Job[], error: unknown): Promise<readonly ControlRef[]> {
  const state = await stateOf(access, jobs).catch((reading: unknown) => {
    throw new HostFailure('unconfirmed', `${String(error)}; ${String(reading)}`, [], jobs.map(refOf));
  });
  const touched = [...state.fresh, ...state.half];
  if (state.old.length + state.half.length === 0) return state.other.map(refOf);
  if (touched.length === 0) throw error;
  const words = touched.map(({ control }) => control.text);
  await putBack(access, touched, words).catch(() => undefined);
  const after = await stateOf(access, jobs).catch(() => state);
  const left = [...after.fresh, ...after.half];
  if (left.length === 0) throw error;
  throw new HostFailure('half-written', String(error), [], left.map(refOf));
}

/** What became of one control. `half`: it has its new words, and not its new name. `other`: a person typed there. */
type Became = 'old' | 'fresh' | 'half' | 'other';

async function stateOf(access: WordAccess, jobs: readonly Job[]): Promise<Readonly<Record<Became, readonly Job[]>>> {
  const listed = await access.read(async (context) => {
    const answer = askControls(context);
    await context.sync();
    return answer();
  });
  const byId = new Map(listed.map((control) => [control.id, control]));
  const state: Record<Became, Job[]> = { old: [], fresh: [], half: [], other: [] };
  for (const job of jobs) state[became(job, byId.get(job.control.id))].push(job);
  return state;
}

function became({ change, control }: Job, now: ListedControl | undefined): Became {
  if (now === undefined) return 'other';
  const { tag, title, highlight } = now;
  if (now.text === plainText(change.text)) {
    const isDone =
      change.becomes === undefined ||
      (tag === change.becomes.tag && title === change.becomes.title && (highlight ?? '') === '');
    return isDone ? 'fresh' : 'half';
  }
  return now.text === control.text ? 'old' : 'other';
}

function keyOf({ tag, index }: ControlRef): string {
  return `${String(index)} ${tag}`;
}

function refOf({ change: { tag, index } }: Pick<Job, 'change'>): ControlRef {
  return { tag, index };
}
