import type { CarriedData } from '../../core/links/carried-data.ts';
import { controlsToFreeze, placeFrozen } from '../../core/links/freeze-controls.ts';
import { carriedWithKept, type LinkChange } from '../../core/links/update-links.ts';
import type { ReportDocument } from '../../core/report/document.ts';
import { HostFailure } from '../ports/host-failure.ts';
import type {
  DocumentAbilities,
  DocumentState,
  InsertPlace,
  LiveDocument,
  UnfreezeOutcome,
  UpdateOutcome,
} from '../ports/live-document.ts';
import { openDocument } from './docx/document-package.ts';
import { DocumentDraft } from './docx/patch/document-draft.ts';
import { writeDocx } from './docx/write-docx.ts';

/** A report as a .docx file in memory. Only what changes in it is written anew; nobody else edits it. */
export class LiveDocumentFile implements LiveDocument {
  readonly abilities: DocumentAbilities = { cursor: false, parts: false, newDocument: false };
  #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** The file as it is now. */
  bytes(): Uint8Array {
    return this.#bytes;
  }

  async read(): Promise<DocumentState> {
    const { found, carried, frozen } = await openDocument(this.#bytes);
    const { paragraphs, controls, hasObjects } = found;
    return {
      paragraphs,
      controls,
      carried: carried.value,
      frozen: frozen.value.length === 0 ? undefined : frozen.value,
      isEmpty: !hasObjects && controls.length === 0 && paragraphs.every((text) => text.trim() === ''),
    };
  }

  draft(report: ReportDocument): Promise<void> {
    return this.insert(report, { kind: 'whole' });
  }

  async insert(report: ReportDocument, place: InsertPlace): Promise<void> {
    if (place.kind !== 'whole') throw new HostFailure('unsupported', `insert: ${place.kind}`);
    this.#bytes = await writeDocx(report);
  }

  async update(changes: readonly LinkChange[], carried: CarriedData): Promise<UpdateOutcome> {
    const draft = await DocumentDraft.open(this.#bytes);
    const kept = draft.replace(changes);
    await draft.carry(carriedWithKept(carried, draft.opened.carried.value, kept));
    this.#bytes = await draft.build();
    return { updated: changes.length - kept.length, kept };
  }

  async freeze(): Promise<number> {
    const draft = await DocumentDraft.open(this.#bytes);
    const { found, carried, frozen } = draft.opened;
    const controls = controlsToFreeze(found.controls, found.paragraphs, carried.value);
    if (controls.length === 0) return 0;
    draft.takeAway(new Set(controls.map(({ tag }) => tag)));
    await draft.remember([...frozen.value, ...controls]);
    this.#bytes = await draft.build();
    return controls.length;
  }

  async unfreeze(): Promise<UnfreezeOutcome> {
    const draft = await DocumentDraft.open(this.#bytes);
    const { found, frozen } = draft.opened;
    if (frozen.value.length === 0) return { restored: 0, lost: [] };
    const { placed, lost } = placeFrozen(frozen.value, found.paragraphs);
    const refused = draft.putBack(placed);
    await draft.remember([]);
    this.#bytes = await draft.build();
    return { restored: placed.length - refused.length, lost: [...lost, ...refused] };
  }

  reveal(): Promise<boolean> {
    return Promise.resolve(false);
  }

  selectedTag(): Promise<string | undefined> {
    return Promise.resolve(undefined);
  }

  watchSelection(): Promise<() => Promise<void>> {
    return Promise.resolve(() => Promise.resolve());
  }

  copyPhrase(): Promise<void> {
    return Promise.reject(new HostFailure('unsupported', 'copyPhrase'));
  }

  openInNewDocument(): Promise<void> {
    return Promise.reject(new HostFailure('unsupported', 'openInNewDocument'));
  }
}
