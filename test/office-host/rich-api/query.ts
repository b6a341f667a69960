import type { Json, RemoteObject } from './remote-type.ts';
import type { Query } from './request.ts';

/** What a load asks for: names of values, and what it asks of the objects behind names. */
type Wanted = Map<string, Wanted>;

/** The answer to a load: values by their name, objects and collections nested. */
export function queryResult(
  object: RemoteObject,
  query: Query | undefined,
  referenceOf: (o: RemoteObject) => string | undefined,
): Json {
  return valueOf(object, wantedBy(query), query, referenceOf);
}

function wantedBy(query: Query | undefined): Wanted {
  const wanted: Wanted = new Map();
  for (const path of [...(query?.Select ?? []), ...(query?.Expand ?? []).map((name) => `${name}/*`)]) {
    let level = wanted;
    for (const name of path.split(/[/.]/).filter((part) => part !== '')) {
      const key = pascalCase(name);
      const next = level.get(key) ?? new Map<string, Wanted>();
      level.set(key, next);
      level = next;
    }
  }
  return wanted;
}

function valueOf(
  object: RemoteObject,
  wanted: Wanted,
  query: Query | undefined,
  referenceOf: (object: RemoteObject) => string | undefined,
): Json {
  if (object.isNull) return null;
  const items = object.items();
  const result: Record<string, Json> = {};
  const id = object.id();
  if (id !== undefined) result.Id = id;
  const reference = referenceOf(object);
  if (reference !== undefined) result._ReferenceId = reference;
  if (items !== undefined) {
    const skip = query?.Skip ?? 0;
    const top = query?.Top ?? items.length;
    const ofItems = new Map([...wanted].filter(([name]) => !object.hasScalar(name)));
    for (const name of wanted.keys()) if (object.hasScalar(name)) result[name] = object.read(name);
    result._Items = items.slice(skip, skip + top).map((item) => valueOf(item, ofItems, undefined, referenceOf));
    return result;
  }
  const names = wanted.size === 0 || wanted.has('*') ? new Set([...object.scalars(), ...wanted.keys()]) : wanted.keys();
  for (const name of names) {
    if (name === '*' || name === '_ReferenceId') continue;
    if (object.hasScalar(name)) result[name] = object.read(name);
    else
      result[name] = valueOf(object.open(name), wanted.get(name) ?? new Map<string, Wanted>(), undefined, referenceOf);
  }
  return result;
}

function pascalCase(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
