import { HostFailure, type HostFailureReason } from '../ports/host-failure.ts';

/** Error codes of Office.js by what they mean for us; everything else is unknown. */
const REASONS: Readonly<Record<string, HostFailureReason>> = {
  AccessDenied: 'access-denied',
  ReadOnly: 'access-denied',
  InvalidOperationInCellEditMode: 'cell-edit',
  ActivityLimitReached: 'busy',
  WriteNotSupportedWhenModalDialogOpen: 'busy',
  RequestAborted: 'busy',
  ConnectionFailure: 'busy',
  ServiceNotAvailable: 'busy',
  TooManyRequests: 'busy',
  NonBlankCellOffSheet: 'unknown',
  RequestPayloadSizeLimitExceeded: 'too-large',
  ResponsePayloadSizeLimitExceeded: 'too-large',
  OperationCellsExceedLimit: 'too-large',
  RangeExceedsLimit: 'too-large',
  InvalidOrTimedOutSession: 'session-lost',
  InvalidSession: 'session-lost',
  ItemNotFound: 'sheet-changed',
  ApiNotFound: 'unsupported',
  ApiNotAvailable: 'unsupported',
  NotImplemented: 'unsupported',
  UnsupportedFeature: 'unsupported',
};

/** Failures after which trying again may help. */
const TRANSIENT: ReadonlySet<HostFailureReason> = new Set(['busy', 'cell-edit', 'no-answer', 'unknown']);

/** What an error of Office.js, or of our own, means. */
export function officeFailure(error: unknown): HostFailure {
  if (error instanceof HostFailure) return error;
  const { code, message, debugInfo } = error as Partial<OfficeExtension.Error>;
  const where = debugInfo?.errorLocation === undefined ? '' : ` at ${debugInfo.errorLocation}`;
  const detail = code === undefined ? String(error) : `${code}${where}: ${message ?? ''}`;
  return new HostFailure(REASONS[code ?? ''] ?? 'unknown', detail);
}

/** True when trying again may help. */
export function isTransient({ reason }: HostFailure): boolean {
  return TRANSIENT.has(reason);
}
