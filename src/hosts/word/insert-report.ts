import { sectionTag } from '../../core/links/section-tag.ts';
import { HostFailure } from '../ports/host-failure.ts';
import { readDocumentXml } from '../files/docx/read-document.ts';
import { filled, insertionState, isSame, type Insertion } from './insertion.ts';
import { pageNumberMarkup } from './page-number-markup.ts';
import { readBody } from './read-state.ts';
import type { WordAccess } from './word-access.ts';

/**
 * Puts a report into the document in one round trip. What stood there just before comes back in the same answer, so that nothing that
 * a person typed at that moment is lost.
 * @throws HostFailure; unless it says otherwise, the document is as it was
 */
export async function insertReport(access: WordAccess, insertion: Insertion): Promise<void> {
  const hasFooters = insertion.place.kind !== 'whole' || (await standingFooters(access));
  let replaced: string;
  try {
    replaced = await write(access, insertion, !hasFooters);
  } catch (error) {
    await settle(access, insertion, error, !hasFooters);
    return;
  }
  const typed = typedMeanwhile(insertion, replaced);
  if (typed.length === 0 || !isReplacing(insertion)) return;
  await putBack(access, replaced).catch((error: unknown) => {
    throw new HostFailure('overwritten', `${String(error)} ${JSON.stringify(typed)}`);
  });
  throw new HostFailure('document-changed', 'edited during the insertion');
}

/** True when the document has footers of its own, which stay. */
async function standingFooters(access: WordAccess): Promise<boolean> {
  return access.read(async (context) => {
    const section = context.document.sections.getFirst();
    const footers = (['Primary', 'EvenPages'] as const).map((kind) => section.getFooter(kind));
    for (const footer of footers) footer.load('text');
    await context.sync();
    return footers.some(({ text }) => text.trim() !== '');
  });
}

function write(access: WordAccess, insertion: Insertion, withFooters: boolean): Promise<string> {
  return access.once(
    async (context) => {
      const before = context.document.body.getOoxml();
      const range = putIn(context, insertion);
      // Word puts an empty paragraph before a table that comes first.
      if (insertion.startsWithTable) range.paragraphs.getFirst().delete();
      if (withFooters) putFooters(context);
      await context.sync();
      return before.value;
    },
    (replaced) => {
      // The request was given up, and Word carried it out later: what a person typed meanwhile is put behind the report.
      const typed = isReplacing(insertion) ? typedMeanwhile(insertion, replaced) : [];
      if (typed.length > 0) appendLines(access, typed).catch(() => undefined);
    },
  );
}

function putIn(context: Word.RequestContext, { base64, place, section }: Insertion): Word.Range {
  const { body } = context.document;
  switch (place.kind) {
    case 'whole':
      return body.insertFileFromBase64(base64, 'Replace');
    case 'end':
      return body.insertFileFromBase64(base64, 'End');
    case 'cursor':
      // Behind the paragraph, so that no line and no content control is torn apart.
      return context.document
        .getSelection()
        .paragraphs.getLast()
        .getRange('After')
        .insertFileFromBase64(base64, 'Start');
    case 'section': {
      const heading = headingIn(context, sectionTag(place.section));
      const last =
        section?.next === undefined ? body.paragraphs.getLast() : headingIn(context, section.next.tag).getPrevious();
      const old = heading.getRange('Whole').expandTo(last.getRange('Whole'));
      const inserted = heading.getRange('Start').insertFileFromBase64(base64, 'Start');
      old.delete();
      return inserted;
    }
  }
}

function headingIn(context: Word.RequestContext, tag: string): Word.Paragraph {
  return context.document.body.contentControls.getByTag(tag).getFirst().getRange('Whole').paragraphs.getFirst();
}

function putFooters(context: Word.RequestContext): void {
  const section = context.document.sections.getFirst();
  const markup = pageNumberMarkup();
  section.getFooter('Primary').insertOoxml(markup.Primary, 'Replace');
  section.getFooter('EvenPages').insertOoxml(markup.EvenPages, 'Replace');
}

/** Only these take anything away. */
function isReplacing({ place }: Insertion): boolean {
  return place.kind === 'whole' || place.kind === 'section';
}

/** The paragraphs that stood there at the moment of the write and were not there when the document was read. */
function typedMeanwhile({ before }: Insertion, ooxml: string): readonly string[] {
  const now = filled(readDocumentXml(ooxml).paragraphs);
  const then = filled(before.found.paragraphs);
  return isSame(now, then) ? [] : now.filter((text) => !then.includes(text));
}

/** Finds out how a write ended that failed or was not answered, and sees to it that it ended as a whole. */
async function settle(access: WordAccess, insertion: Insertion, error: unknown, withFooters: boolean): Promise<void> {
  const now = await readBody(access).catch((reading: unknown) => {
    throw new HostFailure('unconfirmed', `${String(error)}; ${String(reading)}`);
  });
  switch (insertionState(insertion, readDocumentXml(now).paragraphs)) {
    case 'done':
      // The text is complete; the footers may have been left out.
      if (withFooters) await finish(access);
      return;
    case 'not-done':
      throw error;
    case 'half': {
      await putBack(access, insertion.before.ooxml).catch(() => undefined);
      const after = await readBody(access).catch(() => undefined);
      const paragraphs = after === undefined ? [] : readDocumentXml(after).paragraphs;
      if (insertionState(insertion, paragraphs) === 'not-done' && after !== undefined) throw error;
      throw new HostFailure('half-written', String(error));
    }
    case 'unclear':
      throw new HostFailure('half-written', `${String(error)}; edited meanwhile`);
  }
}

async function finish(access: WordAccess): Promise<void> {
  await access
    .repeat(async (context) => {
      putFooters(context);
      await context.sync();
    })
    .catch((error: unknown) => {
      throw new HostFailure('half-written', `footers: ${String(error)}`);
    });
}

/** Puts a body back as it was. */
async function putBack(access: WordAccess, ooxml: string): Promise<void> {
  await access.repeat(async (context) => {
    context.document.body.insertOoxml(ooxml, 'Replace');
    await context.sync();
  });
}

async function appendLines(access: WordAccess, lines: readonly string[]): Promise<void> {
  await access.once(async (context) => {
    for (const line of lines) context.document.body.insertParagraph(line, 'End');
    await context.sync();
  });
}
