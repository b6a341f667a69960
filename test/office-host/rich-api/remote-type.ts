import { apiNotFound, invalidArgument } from './failure.ts';

/** A value as it travels in a batch. */
export type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json };

/** An argument: a value, or an object that the batch named by its path. */
export type Argument = Json | RemoteObject | readonly Argument[];

/** What the host knows of a type of the API, by the names of the protocol, in PascalCase. */
export interface RemoteType<Self> {
  readonly name: string;
  /** The key under which a collection hands the object out again. */
  readonly id?: (self: Self) => string | number;
  /** Values that can be loaded. */
  readonly read?: Readonly<Record<string, (self: Self) => Json>>;
  /** Values that can be set. */
  readonly write?: Readonly<Record<string, (self: Self, value: Json) => void>>;
  /** Properties that are objects. */
  readonly open?: Readonly<Record<string, (self: Self) => RemoteObject>>;
  /** Methods, whatever they return. */
  readonly call?: Readonly<Record<string, (self: Self, args: readonly Argument[]) => RemoteObject | Json>>;
  /** The members, for a collection. */
  readonly items?: (self: Self) => readonly RemoteObject[];
}

/** An object of the document that a batch works with. */
export interface RemoteObject {
  readonly typeName: string;
  /** What the object stands for; null for the object that stands for nothing. */
  readonly self: unknown;
  readonly isNull: boolean;
  id(): string | number | undefined;
  /** The names of everything that can be loaded. */
  scalars(): readonly string[];
  hasScalar(name: string): boolean;
  read(name: string): Json;
  write(name: string, value: Json): void;
  open(name: string): RemoteObject;
  call(name: string, args: readonly Argument[]): RemoteObject | Json;
  items(): readonly RemoteObject[] | undefined;
}

/** Makes the objects of a type. */
export type Maker<Self> = (self: Self | null) => RemoteObject;

export function remoteType<Self>(type: RemoteType<Self>): Maker<Self> {
  return (self) => new TypedObject(type, self);
}

/** True when an argument is an object of a batch and not a value. */
export function isRemoteObject(argument: unknown): argument is RemoteObject {
  return argument instanceof TypedObject;
}

/** An argument as text: a name, a key, a colour. */
export function textOf(argument: unknown): string {
  if (typeof argument === 'string') return argument;
  if (typeof argument === 'number' || typeof argument === 'boolean') return String(argument);
  throw invalidArgument('a text was expected');
}

/** An argument in the words of an error. */
export function shown(argument: unknown): string {
  return typeof argument === 'object' && argument !== null ? 'an object' : String(argument);
}

class TypedObject<Self> implements RemoteObject {
  constructor(
    readonly type: RemoteType<Self>,
    readonly self: Self | null,
  ) {}

  get typeName(): string {
    return this.type.name;
  }

  get isNull(): boolean {
    return this.self === null;
  }

  id(): string | number | undefined {
    return this.self === null ? undefined : this.type.id?.(this.self);
  }

  scalars(): readonly string[] {
    return Object.keys(this.type.read ?? {});
  }

  hasScalar(name: string): boolean {
    return this.type.read !== undefined && Object.hasOwn(this.type.read, name);
  }

  read(name: string): Json {
    return this.#member(this.type.read, name)(this.#target());
  }

  write(name: string, value: Json): void {
    this.#member(this.type.write, name)(this.#target(), value);
  }

  open(name: string): RemoteObject {
    if (this.self === null) return NOTHING(null);
    return this.#member(this.type.open, name)(this.self);
  }

  call(name: string, args: readonly Argument[]): RemoteObject | Json {
    if (this.self === null) return NOTHING(null);
    return this.#member(this.type.call, name)(this.self, args);
  }

  items(): readonly RemoteObject[] | undefined {
    return this.self === null ? undefined : this.type.items?.(this.self);
  }

  #target(): Self {
    if (this.self === null) throw apiNotFound(`${this.type.name} of a null object`);
    return this.self;
  }

  #member<Member>(members: Readonly<Record<string, Member>> | undefined, name: string): Member {
    const member = members !== undefined && Object.hasOwn(members, name) ? members[name] : undefined;
    if (member === undefined) throw apiNotFound(`${this.type.name}.${name}`);
    return member;
  }
}

/** What stands behind a null object: anything may be asked of it, and all of it is null. */
const NOTHING = remoteType<never>({ name: 'Nothing' });
