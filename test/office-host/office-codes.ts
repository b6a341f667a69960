/** Error codes of Office that a host may answer a request with, by the name that a batch then fails with. */
export const OFFICE_CODES = {
  AccessDenied: 7000,
  InvalidOperationInCellEditMode: 5004,
  GeneralException: 5001,
  ActivityLimitReached: 5102,
  InvalidOrTimedOutSession: 5012,
  RequestPayloadSizeLimitExceeded: 5103,
  ResponsePayloadSizeLimitExceeded: 5104,
  WriteNotSupportedWhenModalDialogOpen: 5016,
} as const;

export type OfficeCode = keyof typeof OFFICE_CODES;

/** Codes of the Common API. */
export const COMMON_CODES = { unsupported: 5000, internal: 5001, customXml: 6100, notFound: 7002 } as const;
