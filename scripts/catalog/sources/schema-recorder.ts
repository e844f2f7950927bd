/** What a schema expression was made of. */
export interface SchemaNode {
  readonly kind: 'struct' | 'array' | 'record' | 'scalar' | 'sensitive' | 'blob';
  /** Follows references to the node that has fields or items. */
  unwrap(): SchemaNode;
  isOptional(): boolean;
  fields(): readonly (readonly [string, SchemaNode])[];
  item(): SchemaNode;
  hasTrait(name: string): boolean;
  /** The arguments of every trait of this name, on the node and what it refers to. */
  traitsOf(name: string): readonly unknown[];
  /** The name that a field has in the body, where it differs. */
  encodedName(field: string): string | null;
}

/** What the traits of a file say of its service. */
export interface RecordedService {
  sdkId: string;
  shapeName: string;
  signingName: string;
  apiVersion: string;
  protocol: string;
}

/** The globals that a service's file runs with, and what it has told them. */
export interface SchemaRecorder {
  readonly globals: object;
  readonly service: RecordedService;
  operations(): readonly { readonly name: string; readonly input: SchemaNode }[];
}

/** Returns stand-ins for the schema library, the traits and the operation maker, which note what they are given. */
export function createSchemaRecorder(): SchemaRecorder {
  const service = { sdkId: '', shapeName: '', signingName: '', apiVersion: '', protocol: '' };
  const makers: (() => { readonly operationName: string; readonly input: Node })[] = [];
  const make = (maker: (typeof makers)[number]) => makers.push(maker);
  const anything: unknown = new Proxy(() => anything, { get: () => anything });
  const globals = {
    S: schemas(),
    T: traits(service),
    API: { make, makePaginated: make },
    C: anything,
    stream: anything,
    redacted: anything,
    HttpClient: anything,
    SensitiveString: new Node('sensitive'),
    SensitiveBlob: new Node('blob'),
  };
  return {
    globals,
    service,
    operations: () =>
      makers.map((maker) => {
        const { operationName, input } = maker();
        return { name: operationName, input };
      }),
  };
}

interface Trait {
  readonly trait: string;
  readonly args: readonly unknown[];
}

class Node implements SchemaNode {
  readonly kind: SchemaNode['kind'];
  readonly #fields: Readonly<Record<string, Node>>;
  readonly #inner: (() => Node) | undefined;
  readonly #traits: readonly Trait[];
  readonly #names: Readonly<Record<string, string>>;
  readonly #isOptional: boolean;

  constructor(
    kind: SchemaNode['kind'],
    parts: {
      readonly fields?: Readonly<Record<string, Node>>;
      readonly inner?: () => Node;
      readonly traits?: readonly Trait[];
      readonly names?: Readonly<Record<string, string>>;
      readonly isOptional?: boolean;
    } = {},
  ) {
    this.kind = kind;
    this.#fields = parts.fields ?? {};
    this.#inner = parts.inner;
    this.#traits = parts.traits ?? [];
    this.#names = parts.names ?? {};
    this.#isOptional = parts.isOptional ?? false;
  }

  // A pipe takes traits, key encodings and functions of the schema library itself, such as `S.optional`.
  pipe(...steps: readonly unknown[]): Node {
    return steps.reduce((node: Node, step) => node.#apply(step), this);
  }

  annotate(): Node {
    return this;
  }

  unwrap(): Node {
    return this.kind === 'scalar' && this.#inner !== undefined
      ? this.#inner().unwrap().#with({ traits: this.#traits })
      : this;
  }

  isOptional(): boolean {
    return this.#isOptional;
  }

  fields(): readonly (readonly [string, Node])[] {
    return Object.entries(this.#fields);
  }

  item(): Node {
    return this.#inner?.() ?? new Node('scalar');
  }

  hasTrait(name: string): boolean {
    return this.#allTraits().some(({ trait }) => trait === name);
  }

  traitsOf(name: string): readonly unknown[] {
    return this.#allTraits()
      .filter(({ trait }) => trait === name)
      .flatMap(({ args }) => args);
  }

  encodedName(field: string): string | null {
    return this.#names[field] ?? null;
  }

  toOptional(): Node {
    return this.#copy({ isOptional: true });
  }

  #allTraits(): readonly Trait[] {
    const inner = this.kind === 'scalar' ? this.#inner : undefined;
    return inner === undefined ? this.#traits : [...this.#traits, ...inner().#allTraits()];
  }

  #apply(step: unknown): Node {
    if (typeof step === 'function') return step(this);
    if (isTraits(step)) return this.#with({ traits: step.traits });
    if (isNames(step)) return this.#copy({ names: step.names });
    return this;
  }

  #with({ traits }: { readonly traits: readonly Trait[] }): Node {
    return this.#copy({ traits: [...traits, ...this.#traits] });
  }

  #copy(change: {
    readonly traits?: readonly Trait[];
    readonly names?: Readonly<Record<string, string>>;
    readonly isOptional?: boolean;
  }): Node {
    return new Node(this.kind, {
      fields: this.#fields,
      ...(this.#inner && { inner: this.#inner }),
      traits: this.#traits,
      names: this.#names,
      isOptional: this.#isOptional,
      ...change,
    });
  }
}

function isTraits(step: unknown): step is { readonly traits: readonly Trait[] } {
  return typeof step === 'object' && step !== null && 'traits' in step;
}

function isNames(step: unknown): step is { readonly names: Readonly<Record<string, string>> } {
  return typeof step === 'object' && step !== null && 'names' in step;
}

function schemas(): object {
  const scalar = new Node('scalar');
  const known = {
    Struct: (fields: Readonly<Record<string, Node>>) => new Node('struct', { fields }),
    // A union on the wire is a structure of which one member is set.
    Union: (parts: readonly Node[]) =>
      new Node('struct', {
        fields: Object.fromEntries(parts.flatMap((part) => part.unwrap().fields())),
      }),
    Array: (item: Node) => new Node('array', { inner: () => item }),
    Record: () => new Node('record'),
    suspend: (inner: () => Node) => new Node('scalar', { inner }),
    optional: (inner: Node) => inner.toOptional(),
    encodeKeys: (names: Readonly<Record<string, string>>) => ({ names }),
    Literals: () => scalar,
    TaggedErrorClass: () => () => errorBase(),
  };
  return new Proxy(known, { get: (target, name) => Reflect.get(target, name) ?? scalar });
}

// Errors are classes that extend what the library returns, with or without a pipe behind it.
function errorBase(): object {
  return Object.assign(class {}, { pipe: () => class {} });
}

function traits(service: RecordedService): object {
  const note: Readonly<Record<string, (argument: unknown) => void>> = {
    AwsApiService: (of) => {
      service.sdkId = readText(of, 'sdkId');
      service.shapeName = readText(of, 'serviceShapeName');
    },
    AwsAuthSigv4: (of) => {
      service.signingName = readText(of, 'name');
    },
    ServiceVersion: (version) => {
      service.apiVersion = String(version);
    },
  };
  const all = (...parts: readonly unknown[]) => ({
    traits: parts.filter(isTraits).flatMap((part) => part.traits),
  });
  return new Proxy(
    { all },
    {
      get: (target, key) => {
        const trait = String(key);
        if (trait === 'all') return target.all;
        if (trait === 'DateFromString') return new Node('scalar');
        if (blobSchemas.has(trait)) return new Node('blob');
        return (...args: readonly unknown[]) => {
          if (trait === 'EventStream' || trait === 'InputEventStream') return new Node('scalar');
          note[trait]?.(args[0]);
          if (isProtocol(trait)) service.protocol = trait;
          return { traits: [{ trait, args }] };
        };
      },
    },
  );
}

const blobSchemas = new Set(['Blob', 'StreamingInput', 'StreamingOutput', 'JsonHeader']);

function isProtocol(trait: string): boolean {
  return trait.startsWith('AwsProtocols') && trait !== 'AwsProtocolsHttpChecksum';
}

function readText(value: unknown, key: string): string {
  const text: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : '';
  return typeof text === 'string' ? text : '';
}
