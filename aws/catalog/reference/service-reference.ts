/** One IAM action, as AWS's Service Reference Information describes it. */
export interface ReferenceAction {
  /** The access level: `List`, `Read`, `Write`, `Tagging` or `Permissions management`. */
  readonly level: string;
  /** Names of the resource types that AWS can check it on. */
  readonly resourceTypes: readonly string[];
  readonly conditionKeys: readonly string[];
}

/** One resource type: its ARNs with `${Variables}`. */
export interface ReferenceResourceType {
  readonly arnFormats: readonly string[];
  readonly conditionKeys: readonly string[];
}

/** One action that an operation may ask for. */
export interface AuthorizedAction {
  /** The action's service prefix, which need not be that of the operation's file. */
  readonly service: string;
  readonly name: string;
  /** True where AWS names the value of a condition key with it, such as the service that gets a passed role. */
  readonly hasContext: boolean;
}

/** One API operation: an upper bound of the actions that it asks for, empty where AWS does not say. */
export interface ReferenceOperation {
  readonly name: string;
  /** Names of the clients that have it, as boto3 spells them; empty where AWS does not say. */
  readonly sdkNames: readonly string[];
  readonly actions: readonly AuthorizedAction[];
}

/** All that AWS's Service Reference Information says of one IAM service prefix. */
export interface ServiceReference {
  readonly prefix: string;
  readonly actions: ReadonlyMap<string, ReferenceAction>;
  readonly resourceTypes: ReadonlyMap<string, ReferenceResourceType>;
  /** The type of each condition key. */
  readonly conditionKeys: ReadonlyMap<string, string>;
  /** Clients that share a prefix may have operations of the same name. */
  readonly operations: readonly ReferenceOperation[];
}
