import type { CatalogSource } from '../../aws/catalog/catalog.ts';
import type { Policy, Statement } from '../policy-document/policy-document.ts';
import type { PolicySource } from '../policy-document/sources/policy-source.ts';
import type { KnownAction } from '../reference/known-action.ts';
import type { StatementFinding } from './finding.ts';

/** A policy as the rules see it. */
export interface LintSubject {
  readonly source: PolicySource;
  /** Without the statements that cannot be read. */
  readonly policy: Policy;
  readonly catalog: CatalogSource;
  /** Returns the actions that a statement is about, as far as the reference knows them; worked out once. */
  actionsOf(statement: Statement): readonly KnownAction[];
}

/** One thing to look for. */
export type LintRule = (subject: LintSubject) => readonly StatementFinding[];
