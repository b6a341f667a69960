import type { Json } from './remote-type.ts';

/** Types of object paths and actions, as the client library numbers them. */
export const PATH = { root: 1, newObject: 2, method: 3, property: 4, indexer: 5, reference: 6, nothing: 7 } as const;
export const ACTION = { instantiate: 1, query: 2, method: 3, set: 4, trace: 5 } as const;

export interface ArgumentInfo {
  readonly Arguments?: readonly Json[] | null;
  /** Mirrors `Arguments`: the id of a path where the argument is an object. */
  readonly ReferencedObjectPathIds?: readonly Json[] | null;
}

export interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

export interface Query {
  readonly Select?: readonly string[] | null;
  readonly Expand?: readonly string[] | null;
  readonly Top?: number;
  readonly Skip?: number;
}

export interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: Query;
}

/** The body of a batch. */
export interface BatchRequest {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

/** The body of the answer to a batch. */
export interface BatchResponse {
  readonly Results: readonly { readonly ActionId: number; readonly Value: Json }[];
  readonly TraceIds: readonly number[];
  readonly Error?: {
    readonly ActionIndex: number;
    readonly Code: string;
    readonly Message: string;
    readonly Location: string;
    readonly HttpStatusCode: number;
  };
}

/** Requests that the client library makes for itself: they are no round trip of the add-in's. */
export function isHousekeeping(request: BatchRequest): boolean {
  const paths = Object.values(request.ObjectPaths);
  if (paths.some(({ Name }) => Name === 'Microsoft.InternalService.AddinInternalService')) return true;
  return (
    request.Actions.every(
      ({ ActionType, Name }) =>
        (ActionType === ACTION.method && Name === '_RemoveReference') || ActionType === ACTION.instantiate,
    ) && request.Actions.some(({ Name }) => Name === '_RemoveReference')
  );
}
