import { carriedData, type CarriedData } from '../../core/links/carried-data.ts';
import { linkedInlines, nameControls } from '../../core/links/control-names.ts';
import { controlsToFreeze } from '../../core/links/freeze-controls.ts';
import type { ControlRef } from '../../core/links/found-control.ts';
import { mergedCarried } from '../../core/links/merge-carried.ts';
import { carriedWithKept, type LinkChange } from '../../core/links/update-links.ts';
import type { ReportDocument } from '../../core/report/document.ts';
import { carriedDataXml } from '../files/docx/carried-data-part.ts';
import { writeDocx } from '../files/docx/write-docx.ts';
import type { Patience } from '../office/office-access.ts';
import { HostFailure } from '../ports/host-failure.ts';
import type {
  DocumentAbilities,
  DocumentState,
  InsertPlace,
  LiveDocument,
  UnfreezeOutcome,
  UpdateOutcome,
} from '../ports/live-document.ts';
import { frozenXml } from '../records/frozen-record.ts';
import { addPart, deleteParts, readParts } from './document-parts.ts';
import { takeAway } from './freeze.ts';
import { insertReport } from './insert-report.ts';
import { base64Of, isSame, prepareInsertion } from './insertion.ts';
import { readState, type WordState } from './read-state.ts';
import { insertPhrase, revealControl, tagAtSelection, watchSelection } from './selection.ts';
import { putBackControls } from './unfreeze.ts';
import { updateControls } from './update-controls.ts';
import { WordAccess } from './word-access.ts';

/** The document that is open in Word. It is read in one round trip, and so is each write done in one. Calls wait for each other. */
export class WordDocument implements LiveDocument {
  readonly abilities: DocumentAbilities = { cursor: true, parts: true, newDocument: true };
  readonly #access: WordAccess;
  /** What `read` gave last, or what stands there after a write; undefined when that is not known. */
  #last: WordState | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(patience?: Patience) {
    this.#access = new WordAccess(patience);
    this.#access.onLateAnswer = () => {
      this.#last = undefined;
    };
  }

  read(): Promise<DocumentState> {
    return this.#inTurn(async () => {
      this.#last = await readState(this.#access);
      return this.#last.state;
    });
  }

  draft(report: ReportDocument): Promise<void> {
    return this.insert(report, { kind: 'whole' });
  }

  insert(report: ReportDocument, place: InsertPlace): Promise<void> {
    return this.#inTurn(async () => {
      const now = await readState(this.#access);
      const isReplacing = place.kind === 'whole' || place.kind === 'section';
      if (isReplacing && this.#last !== undefined && !isSame(this.#last.found.paragraphs, now.found.paragraphs))
        throw new HostFailure('document-changed', 'edited since it was read');
      const insertion = await prepareInsertion(report, place, now);
      const own = carriedData(report, nameControls(linkedInlines(report)));
      const data = place.kind === 'whole' ? own : mergedCarried(now.state.carried, own);
      // The data comes first: words without it would look as if a person had typed them.
      const added = await addPart(this.#access, carriedDataXml(data));
      this.#last = undefined;
      try {
        await insertReport(this.#access, insertion);
      } catch (error) {
        const isAsBefore = !(error instanceof HostFailure && ['half-written', 'unconfirmed'].includes(error.reason));
        if (isAsBefore) await deleteParts(this.#access, [added]).catch(() => undefined);
        throw error;
      }
      const old = [...now.parts.carried, ...(place.kind === 'whole' ? now.parts.frozen : [])].map(({ id }) => id);
      // Of several the one that agrees with the words is taken, so one too many does no harm.
      await deleteParts(this.#access, old).catch(() => undefined);
    });
  }

  update(changes: readonly LinkChange[], carried: CarriedData): Promise<UpdateOutcome> {
    return this.#inTurn(async () => {
      const before = (this.#last ?? (await readState(this.#access))).state.carried;
      this.#last = undefined;
      const kept = await updateControls(this.#access, changes);
      if (kept.length < changes.length || changes.length === 0)
        await this.#carry(carriedWithKept(carried, before, kept));
      return { updated: changes.length - kept.length, kept };
    });
  }

  freeze(): Promise<number> {
    return this.#inTurn(async () => {
      const { found, state, parts } = await readState(this.#access);
      const controls = controlsToFreeze(found.controls, found.paragraphs, state.carried);
      if (controls.length === 0) return 0;
      this.#last = undefined;
      // What is to be put back is remembered before anything is taken away.
      const added = await addPart(this.#access, frozenXml([...(state.frozen ?? []), ...controls]));
      try {
        await takeAway(this.#access, controls);
      } catch (error) {
        const isPartly = error instanceof HostFailure && ['half-written', 'unconfirmed'].includes(error.reason);
        if (!isPartly) await deleteParts(this.#access, [added]).catch(() => undefined);
        throw error;
      }
      await deleteParts(
        this.#access,
        parts.frozen.map(({ id }) => id),
      ).catch(() => undefined);
      return controls.length;
    });
  }

  unfreeze(): Promise<UnfreezeOutcome> {
    return this.#inTurn(async () => {
      const { frozen } = await readParts(this.#access);
      const latest = frozen.at(-1)?.controls ?? [];
      if (latest.length === 0) return { restored: 0, lost: [] };
      this.#last = undefined;
      const outcome = await putBackControls(this.#access, latest);
      await deleteParts(
        this.#access,
        frozen.map(({ id }) => id),
      ).catch((error: unknown) => {
        throw new HostFailure('record-unsaved', String(error));
      });
      return outcome;
    });
  }

  reveal(control: ControlRef): Promise<boolean> {
    return this.#inTurn(() => revealControl(this.#access, control));
  }

  selectedTag(): Promise<string | undefined> {
    return this.#inTurn(() => tagAtSelection(this.#access));
  }

  watchSelection(onMove: () => void): Promise<() => Promise<void>> {
    return watchSelection(this.#access, onMove);
  }

  copyPhrase(phrase: { readonly tag: string; readonly title: string; readonly text: string }): Promise<void> {
    return this.#inTurn(async () => {
      this.#last = undefined;
      await insertPhrase(this.#access, phrase);
    });
  }

  async openInNewDocument(report: ReportDocument): Promise<void> {
    const base64 = base64Of(await writeDocx(report));
    await this.#inTurn(() =>
      this.#access.once(async (context) => {
        context.application.createDocument(base64).open();
        await context.sync();
      }),
    );
  }

  /** Replaces the data that the document carries. @throws HostFailure `record-unsaved` */
  async #carry(data: CarriedData): Promise<void> {
    try {
      const { carried } = await readParts(this.#access);
      await addPart(this.#access, carriedDataXml(data));
      await deleteParts(
        this.#access,
        carried.map(({ id }) => id),
      ).catch(() => undefined);
    } catch (error) {
      throw new HostFailure('record-unsaved', String(error));
    }
  }

  /** Runs work once everything before it has ended, however it did. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work, work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }
}
