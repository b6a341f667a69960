import { addinService } from './addin-service.ts';
import { apiNotFound, Failure, invalidArgument, itemNotFound } from './failure.ts';
import { queryResult } from './query.ts';
import { isRemoteObject, type Argument, type Json, type RemoteObject, textOf } from './remote-type.ts';
import {
  ACTION,
  PATH,
  type Action,
  type ArgumentInfo,
  type BatchRequest,
  type BatchResponse,
  type ObjectPath,
} from './request.ts';

/** The document behind the batches. */
export interface Document {
  root(): RemoteObject;
  /** Objects that a batch may make besides: by the name of their type. */
  create?(typeName: string): RemoteObject | undefined;
}

/** What the interpreter reports of a batch. */
export interface BatchOutcome {
  readonly response: BatchResponse;
  readonly actions: readonly string[];
  readonly writes: boolean;
}

/** Objects that the add-in asked to keep between batches, by the number that was given for them. */
export class References {
  readonly #byId = new Map<string, RemoteObject>();
  readonly #ids = new Map<RemoteObject, string>();
  #last = 0;

  keep(object: RemoteObject): string {
    const known = this.#ids.get(object);
    if (known !== undefined) return known;
    this.#last += 1;
    const id = `ref-${String(this.#last)}`;
    this.#byId.set(id, object);
    this.#ids.set(object, id);
    return id;
  }

  release(id: string): void {
    const object = this.#byId.get(id);
    if (object !== undefined) this.#ids.delete(object);
    this.#byId.delete(id);
  }

  find(id: string): RemoteObject {
    const object = this.#byId.get(id);
    if (object === undefined) throw new Failure('InvalidReference', `This reference is not valid: ${id}`);
    return object;
  }

  idOf(object: RemoteObject): string | undefined {
    return this.#ids.get(object);
  }

  get size(): number {
    return this.#byId.size;
  }
}

/**
 * Carries out a batch, action by action. At the first failure it stops; what was done stays done.
 * @param stopAfter fails on purpose once so many actions are done
 */
export function processQuery(
  request: BatchRequest,
  document: Document,
  references: References,
  stopAfter?: { readonly actions: number; readonly failure: Failure },
): BatchOutcome {
  const batch = new Batch(request, document, references);
  const results: { ActionId: number; Value: Json }[] = [];
  const traceIds: number[] = [];
  for (const [index, action] of request.Actions.entries()) {
    try {
      if (stopAfter !== undefined && index >= stopAfter.actions) throw stopAfter.failure;
      if (action.ActionType === ACTION.trace) {
        traceIds.push(action.Id);
        results.push({ ActionId: action.Id, Value: null });
        continue;
      }
      results.push({ ActionId: action.Id, Value: batch.run(action) });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      const body = {
        ActionIndex: index,
        Code: error.code,
        Message: error.message,
        Location: batch.locationOf(action),
        HttpStatusCode: error.code === 'ApiNotFound' ? 404 : 400,
      };
      return { response: { Results: results, TraceIds: traceIds, Error: body }, ...batch.account() };
    }
  }
  return { response: { Results: results, TraceIds: traceIds }, ...batch.account() };
}

/** Methods that only look. Everything else that is called counts as a change of the document. */
const READING =
  /^(Get|_Get|_Validate|_Keep|_Remove|_Register|_Unregister|GetItem|Calculate|Activate|Select|Search|ExpandTo)/;

class Batch {
  readonly #objects = new Map<number, RemoteObject>();
  readonly #actions: string[] = [];
  #writes = false;

  constructor(
    readonly request: BatchRequest,
    readonly document: Document,
    readonly references: References,
  ) {}

  account(): { actions: readonly string[]; writes: boolean } {
    return { actions: this.#actions, writes: this.#writes };
  }

  run(action: Action): Json {
    const object = this.#object(action.ObjectPathId);
    switch (action.ActionType) {
      case ACTION.instantiate:
        return this.#instance(object);
      case ACTION.query:
        this.#note('get', `${object.typeName} ${(action.QueryInfo?.Select ?? []).join(' ')}`.trim());
        return queryResult(object, action.QueryInfo, (one) => this.references.idOf(one));
      case ACTION.method:
        return this.#call(object, action);
      case ACTION.set: {
        this.#note('set', `${object.typeName}.${action.Name}`);
        this.#writes = true;
        const [value] = this.#arguments(action.ArgumentInfo);
        if (isRemoteObject(value)) throw invalidArgument(`${object.typeName}.${action.Name}`);
        object.write(action.Name, value as Json);
        return null;
      }
      default:
        throw apiNotFound(`action type ${String(action.ActionType)}`);
    }
  }

  locationOf(action: Action): string {
    const object = this.#objects.get(action.ObjectPathId);
    const path = this.request.ObjectPaths[String(action.ObjectPathId)];
    const name = action.Name === '' ? (path?.Name ?? '') : action.Name;
    return [object?.typeName ?? '', name].filter((part) => part !== '').join('.');
  }

  #note(verb: string, what: string): void {
    this.#actions.push(`${verb} ${what}`);
  }

  #instance(object: RemoteObject): Json {
    if (object.isNull) return null;
    const id = object.id();
    const reference = this.references.idOf(object);
    return { ...(id === undefined ? {} : { Id: id }), ...(reference === undefined ? {} : { _ReferenceId: reference }) };
  }

  #call(object: RemoteObject, action: Action): Json {
    if (action.Name === '_KeepReference') {
      if (!object.isNull) this.references.keep(object);
      return null;
    }
    const args = this.#arguments(action.ArgumentInfo);
    if (action.Name === '_RemoveReference') {
      this.references.release(textOf(args[0]));
      return null;
    }
    const result = this.#invoke(object, action.Name, args);
    if (!isRemoteObject(result)) return result ?? null;
    return result.isNull ? { _IsNull: true } : this.#instance(result);
  }

  #invoke(object: RemoteObject, name: string, args: readonly Argument[]): RemoteObject | Json {
    this.#note('call', `${object.typeName}.${name}`);
    if (!READING.test(name)) this.#writes = true;
    return object.call(name, args);
  }

  /** The object of a path: found or made once per batch, at its first use. */
  #object(id: number): RemoteObject {
    const known = this.#objects.get(id);
    if (known !== undefined) return known;
    const path = this.request.ObjectPaths[String(id)];
    if (path === undefined) throw new Failure('InvalidObjectPath', `no object path ${String(id)}`);
    const object = this.#resolve(path);
    this.#objects.set(id, object);
    return object;
  }

  #resolve(path: ObjectPath): RemoteObject {
    switch (path.ObjectPathType) {
      case PATH.root:
        return this.document.root();
      case PATH.newObject: {
        const object = addinService(path.Name) ?? this.document.create?.(path.Name);
        if (object === undefined) throw apiNotFound(`new ${path.Name}`);
        return object;
      }
      case PATH.method: {
        const result = this.#invoke(this.#parent(path), path.Name, this.#arguments(path.ArgumentInfo));
        if (!isRemoteObject(result)) throw apiNotFound(`${this.#parent(path).typeName}.${path.Name} as an object`);
        return result;
      }
      case PATH.property:
        return this.#parent(path).open(path.Name);
      case PATH.indexer: {
        const parent = this.#parent(path);
        const result = parent.call('GetItem', this.#arguments(path.ArgumentInfo));
        if (!isRemoteObject(result)) throw itemNotFound(parent.typeName);
        return result;
      }
      case PATH.reference:
        return this.references.find(path.Name);
      default:
        throw apiNotFound(`object path type ${String(path.ObjectPathType)}`);
    }
  }

  #parent(path: ObjectPath): RemoteObject {
    return this.#object(path.ParentObjectPathId ?? 0);
  }

  #arguments(info: ArgumentInfo | undefined): readonly Argument[] {
    const values = info?.Arguments ?? [];
    return values.map((value, index) => this.#argument(value, info?.ReferencedObjectPathIds?.[index]));
  }

  #argument(value: Json, reference: Json): Argument {
    if (Array.isArray(value)) {
      const references: readonly Json[] = Array.isArray(reference) ? (reference as readonly Json[]) : [];
      if (references.length === 0) return value as readonly Json[];
      return (value as readonly Json[]).map((one, index) => this.#argument(one, references[index]));
    }
    return typeof reference === 'number' && reference !== 0 ? this.#object(reference) : value;
  }
}
