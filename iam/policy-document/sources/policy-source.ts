import type { DocumentProblem } from '../document-problem.ts';
import type { DocumentNote } from '../policy-document.ts';

/** How a policy is attached, which decides how large it may be. */
export type PolicyAttachment =
  | { readonly kind: 'managed' }
  | {
      readonly kind: 'inline';
      readonly entity: 'role' | 'user' | 'group';
      /** Tells the entities of one file apart: all inline policies of one entity share a limit. */
      readonly owner: string;
    };

/** One policy of a file, not yet parsed. */
export interface PolicySource {
  /** `policy.json`, or `plan.json: aws_iam_policy.app`. */
  readonly name: string;
  /** The document's JSON value. */
  readonly document: unknown;
  /** Undefined where the file does not say it. */
  readonly attachment: PolicyAttachment | undefined;
  /** True where wildcards stand for parts that are known only at deployment. */
  readonly hasUnknownParts: boolean;
  /** What was found wrong before the document was parsed: the same key twice. */
  readonly problems: readonly DocumentProblem[];
}

/** The policies of a file, and what in it was not taken for one. */
export interface PolicyFile {
  readonly sources: readonly PolicySource[];
  /** `where` begins with the file's name. */
  readonly notes: readonly DocumentNote[];
}
