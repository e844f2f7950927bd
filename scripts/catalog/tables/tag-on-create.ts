/** How an operation tags what it creates. */
export interface TagOnCreate {
  /** The actions that it needs for the tags. */
  readonly actions: readonly string[];
  /** The parameter with the tags' keys: `Tags[].Key`, `Tags{}`. */
  readonly tags: string;
  /** Resource types of the actions that the operation creates, where they are fewer than the actions' own. */
  readonly types?: readonly string[];
  /** Bindings of the created resource: ARN variable to parameter expression. */
  readonly bind?: Readonly<Record<string, string>>;
}

/**
 * The operations that need an action of their own for the tags in their request, by service id.
 * Source: the table "API operations" of the service's page in the Service Authorization Reference, which lists the
 * tagging action beside the operation's own.
 */
export const tagOnCreate: Readonly<Record<string, Readonly<Record<string, TagOnCreate>>>> = {
  lambda: {
    CreateFunction: { actions: ['lambda:TagResource'], tags: 'Tags{}', types: ['function'] },
  },
};
