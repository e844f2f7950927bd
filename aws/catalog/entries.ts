/**
 * Where a parameter is read: `uri`, `query`, `header`, `body`, `answer` (its body) or `answer-header`, then its name on
 * the wire where that differs from its path. `presence` before it: only whether it is there decides permissions, so its value is not recorded.
 * `[MEMBER]` and `[!MEMBER]` in a path stand for the items of a list that have this member, or lack it. ` | NAME` behind it: only the part of the value that the reducer of this name takes out is recorded
 * (aws/wire/reduce-value.ts). The value of a path that begins with `~` is read to connect calls, and never recorded.
 */
export type ParameterPlace = string;

/** One resource type that AWS checks an action on. */
export interface ResourceEntry {
  /** Key into the service entry's `resourceTypes`. */
  readonly type: string;
  /** True where AWS always checks this type; the others only when the request names one. */
  readonly required?: true;
  /** ARN variable to parameter expression. */
  readonly bind?: Readonly<Record<string, string>>;
  /** Parameters that may hold the whole ARN. */
  readonly arns?: readonly string[];
}

/** One action that an operation needs. */
export interface GrantEntry {
  readonly action: string;
  /** Needed only when one of these parameter expressions has a value. */
  readonly when?: readonly string[];
  /** Not needed when one of these parameter expressions has a value. */
  readonly unless?: readonly string[];
  /** Absent where the action takes no resource: `*`. */
  readonly resources?: readonly ResourceEntry[];
  /**
   * Condition operator, then key, then values. `{expression}` as a value stands for the expression's values; in any
   * other value `${Region}` and `${DnsSuffix}` stand for the call's.
   */
  readonly conditions?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** Conditions that hold for the request but may fail the program's next run: written only where asked for. */
  readonly offered?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** True where nothing on the wire tells whether this call needs it: then it is in no policy unless asked for. */
  readonly hidden?: true;
  /** `table` where AWS documents the action for this operation; absent where a rule derives it. */
  readonly from?: 'table';
  /** Why the action is needed, where that is not plain from the operation: a sentence in lower case. */
  readonly because?: string;
  /** The page of AWS that says so; absent where it is the service's page of the Service Authorization Reference. */
  readonly source?: string;
}

/**
 * One kind of id or token that a call names, in its request or its answer, and what the call says that it stands for. All
 * its parameters have paths that begin with `~` (aws/wire/connected-calls.ts).
 */
export interface JoinEntry {
  /** Unique in the service: `query execution`. */
  readonly kind: string;
  /** The parameter that holds the ids. */
  readonly id: string;
  /**
   * What is said of them, by name: the parameters that say it, of which the first with a value counts, or a text in quotes.
   * Absent where the call only takes the ids: what earlier ones said is recorded as `joined.NAME`.
   */
  readonly tells?: Readonly<Record<string, readonly string[]>>;
  /** True where ids and what is said of them are lists side by side: the n-th value is that of the n-th id. */
  readonly isByItem?: true;
}

/** One API operation. */
export interface OperationEntry {
  /** Methods and path templates of REST protocols, with query literals after `?`; today's first. */
  readonly routes?: readonly (readonly [string, string])[];
  /** What a request of this operation always has: `query uploadId`, `header NAME`, `host PREFIX`. */
  readonly needs?: readonly string[];
  /** True where AWS takes the call without a signature. */
  readonly unsigned?: true;
  /** The parameters that decide permissions, by path, and where each is read. */
  readonly parameters?: Readonly<Record<string, ParameterPlace>>;
  /** How ids connect it with earlier and later calls. */
  readonly joins?: readonly JoinEntry[];
  /** Empty where AWS asks for no permission; absent where no action is known. */
  readonly grants?: readonly GrantEntry[];
}

/** One service: a shard of the catalog. */
export interface ServiceEntry {
  readonly service: string;
  readonly protocol: string;
  /** All query keys of a service whose operations are told apart by them: another key means another operation. */
  readonly queryKeys?: readonly string[];
  /** ARN templates by `prefix:type`. */
  readonly resourceTypes: Readonly<Record<string, string>>;
  readonly operations: Readonly<Record<string, OperationEntry>>;
}

/** One IAM action, as the Service Authorization Reference describes it. */
export interface IamActionEntry {
  /** The access level: `List`, `Read`, `Write`, `Tagging` or `Permissions management`. */
  readonly level: string;
  /** Keys into `resourceTypes`; absent where the action takes no resource but `*`. */
  readonly resourceTypes?: readonly string[];
  /** The service's and the tag condition keys that a request for it can carry; global keys (`aws:SourceIp`) always may. */
  readonly conditionKeys?: readonly string[];
}

/** One resource type that IAM knows of a service. */
export interface IamResourceTypeEntry {
  /** The ARN with `${Variables}`. */
  readonly arn: string;
  readonly conditionKeys?: readonly string[];
}

/** What IAM knows of one service prefix (`s3`): it is not the same as a service with an API. */
export interface IamServiceEntry {
  readonly actions: Readonly<Record<string, IamActionEntry>>;
  readonly resourceTypes: Readonly<Record<string, IamResourceTypeEntry>>;
  /** The type of each condition key: `String`, `ArrayOfString`, `ARN`, `Bool`, `Numeric`, `Date`, `IPAddress`. */
  readonly conditionKeys: Readonly<Record<string, string>>;
}

/** What is known of a service without loading its shard. */
export interface IndexEntry {
  readonly service: string;
  /** Names in the credential scope, today's first. */
  readonly signingNames: readonly string[];
  /** What stands before the region in its hosts, today's first: `runtime.sagemaker`. */
  readonly endpointPrefixes: readonly string[];
  readonly apiVersion: string;
  readonly protocol: string;
  /** What stands before the operation in `X-Amz-Target`; absent but for JSON services. */
  readonly targetPrefixes?: readonly string[];
  /** True where something of an operation's answer is recorded. */
  readonly hasAnswers?: true;
}
