import { showCells } from '../../core/workbook/cell-ref.ts';
import { HOST_FAILURES, WRITE_REFUSALS } from '../../core/texts/host-texts.ts';
import { PANE } from '../../core/texts/pane-texts.ts';
import { HostFailure } from '../../hosts/ports/host-failure.ts';
import { UnusableFile } from '../../hosts/ports/unusable-file.ts';
import { WriteRefused } from '../../hosts/ports/write-refused.ts';
import { Cancelled } from '../worker/engine.ts';

/** Why something was not done, in words. */
export function failureWords(error: unknown): string {
  if (error instanceof Cancelled) return PANE.notice.cancelled;
  if (error instanceof HostFailure) {
    const cells = error.cells.length === 0 ? '' : `${showCells(error.cells)}：`;
    return `${cells}${HOST_FAILURES[error.reason]}`;
  }
  if (error instanceof WriteRefused) {
    const { sheet, address, reason } = error;
    const place = sheet === '' ? '' : `${sheet}${address === '' ? '' : `!${address}`}：`;
    return `${place}${WRITE_REFUSALS[reason]}${PANE.notice.nothingWritten}`;
  }
  if (error instanceof UnusableFile) return PANE.notice.unusableFile;
  return PANE.notice.mistake;
}
