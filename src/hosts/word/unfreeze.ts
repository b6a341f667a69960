import { missingControls, placeFrozen, type PlacedControl } from '../../core/links/freeze-controls.ts';
import type { FrozenControl } from '../../core/links/frozen.ts';
import { HostFailure } from '../ports/host-failure.ts';
import type { UnfreezeOutcome } from '../ports/live-document.ts';
import { askControls, plainText, type ListedControl } from './listed-controls.ts';
import type { WordAccess } from './word-access.ts';

/** The longest text that Word searches for. */
const LONGEST = 255;

/**
 * Puts controls back around the words that they held: two round trips find the places, one writes.
 * @throws HostFailure; unless it says otherwise, the document is as it was
 */
export async function putBackControls(access: WordAccess, frozen: readonly FrozenControl[]): Promise<UnfreezeOutcome> {
  const before = await listed(access);
  // An earlier try may have put some back.
  const missing = missingControls(frozen, before);
  const already = frozen.length - missing.length;
  try {
    const { restored, lost } = await access.once((context) => wrapAll(context, missing));
    return { restored: restored + already, lost };
  } catch (error) {
    const after = await listed(access).catch((reading: unknown) => {
      throw new HostFailure('unconfirmed', `${String(error)}; ${String(reading)}`);
    });
    const known = new Set(before.map(({ id }) => id));
    const made = after.filter(({ id }) => !known.has(id));
    if (made.length === 0) throw error;
    const tags = new Map<string, number>();
    for (const { tag } of missing) tags.set(tag, (tags.get(tag) ?? 0) + 1);
    const isWhole = made.length === missing.length && made.every(({ tag }) => tags.has(tag));
    if (isWhole) return { restored: frozen.length, lost: [] };
    await unwrap(access, made).catch((undoing: unknown) => {
      throw new HostFailure('half-written', `${String(error)}; ${String(undoing)}`);
    });
    throw error;
  }
}

function listed(access: WordAccess): Promise<readonly ListedControl[]> {
  return access.read(async (context) => {
    const answer = askControls(context);
    await context.sync();
    return answer();
  });
}

async function wrapAll(context: Word.RequestContext, frozen: readonly FrozenControl[]): Promise<UnfreezeOutcome> {
  const { paragraphs } = context.document.body;
  paragraphs.load('items/text');
  await context.sync();
  const texts = paragraphs.items.map(({ text }) => plainText(text));
  const { placed, lost } = placeFrozen(frozen, texts);
  const searches = placed.map((control) => {
    const paragraph = paragraphs.items[control.paragraph];
    return paragraph === undefined ? undefined : search(paragraph, control, texts[control.paragraph] ?? '');
  });
  await context.sync();
  const refused: FrozenControl[] = [];
  placed.forEach((control, at) => {
    const range = searches[at]?.();
    if (range === undefined) {
      refused.push(control);
      return;
    }
    const made = range.insertContentControl();
    made.tag = control.tag;
    made.title = control.title;
  });
  if (refused.length < placed.length) await context.sync();
  return { restored: placed.length - refused.length, lost: [...lost, ...refused] };
}

/** Asks for the place of a control's words in a paragraph. @returns the place, once the answer is there */
function search(
  paragraph: Word.Paragraph,
  { text, offset }: PlacedControl,
  line: string,
): () => Word.Range | undefined {
  if (text === line) return () => paragraph.getRange('Content');
  // Long words are found by their beginning and their end.
  const isLong = pattern(text).length > LONGEST;
  const head = isLong ? text.slice(0, LONGEST / 3) : text;
  const tail = isLong ? text.slice(-LONGEST / 3) : text;
  const first = occurrence(paragraph, head, offset, line);
  if (!isLong) return first;
  const last = occurrence(paragraph, tail, offset + text.length - tail.length, line);
  return () => {
    const [start, end] = [first(), last()];
    return start === undefined || end === undefined ? undefined : start.expandTo(end);
  };
}

/** Word lists what it finds from left to right, goes on behind it, and takes capital letters for small ones. */
function occurrence(
  paragraph: Word.Paragraph,
  text: string,
  offset: number,
  line: string,
): () => Word.Range | undefined {
  const starts: number[] = [];
  const [all, one] = [line.toLowerCase(), text.toLowerCase()];
  for (let at = all.indexOf(one); at >= 0; at = all.indexOf(one, at + one.length)) starts.push(at);
  const index = starts.indexOf(offset);
  const found = paragraph.search(pattern(text));
  found.load('items');
  return () => (found.items.length === starts.length ? found.items[index] : undefined);
}

/** A text as Word searches for it. */
function pattern(text: string): string {
  return text.replaceAll('^', '^^').replaceAll('\n', '^l').replaceAll('\t', '^t');
}

async function unwrap(access: WordAccess, made: readonly ListedControl[]): Promise<void> {
  await access.repeat(async (context) => {
    const all = context.document.body.contentControls;
    for (const { id } of made) all.getByIdOrNullObject(id).delete(true);
    await context.sync();
  });
}
