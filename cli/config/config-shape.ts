import {
  arnFields,
  defaultThresholds,
  narrowScopes,
} from '../../generator/narrow/narrow-settings.ts';
import { policyFormats } from '../../generator/render/render-policies.ts';
import { policyTargets } from '../../generator/split/policy-limits.ts';
import { sessionNamePattern } from '../../sessions/session-name.ts';
import { policyNamePattern } from '../policy-options.ts';
import { aboutRunVariableNames, runVariableName } from '../run-values/run-variable-name.ts';
import { dictionary, record } from './record-shape.ts';
import { choice, described, flag, list, type Shape, text, type ValueOf, whole } from './shape.ts';

const ignoredCalls = record(
  {
    reason: described(
      text(/\S/, 'a sentence that says why'),
      'Why the policy need not allow these calls. It is said whenever they are ignored.',
    ),
  },
  {
    service: described(
      text(/^[a-z0-9-]+$/, 'a service as `leastgrant calls` names it, such as `cloudwatch-logs`'),
      'The service, as `leastgrant calls` names it.',
    ),
    operation: described(
      text(/^[A-Za-z0-9_*?]+$/, 'an operation such as `GetObject`; `*` and `?` are wildcards'),
      'The operation; `*` and `?` are wildcards.',
    ),
    resource: described(
      text(/^(?:\*|arn:[\s\S]+)$/, 'an ARN; `*` and `?` are wildcards'),
      'The resource; `*` and `?` are wildcards. Of a call that needs several resources only those that match are ignored.',
    ),
  },
  { oneOf: ['service', 'operation', 'resource'] },
);

const threshold = whole(2, 999_999_999);

const settings = {
  scope: described(
    choice(narrowScopes),
    'How resources are written: `exact` as recorded, `pattern` with wildcards for what varies, `type` as whole types. `pattern` where it is left out.',
  ),
  patterns: described(
    list(
      text(
        /^arn:[^:]+:[^:]+:[^:]*:[^:]*:[\s\S]+$/,
        'a whole ARN with wildcards: `arn:aws:s3:::uploads/${user}/*`',
      ),
    ),
    'ARNs that take the place of the resources that they match, before all else.',
  ),
  any: described(
    list(choice(arnFields)),
    'Fields of ARNs that become wildcards wherever they hold a value.',
  ),
  thresholds: described(
    record({}, {
      counters: described(threshold, 'Short numbers in one place of a name.'),
      paths: described(threshold, 'Files or folders of one folder.'),
      names: described(threshold, 'A part of a name.'),
      wholeNames: described(threshold, 'A name as a whole.'),
      below: described(threshold, 'Whatever is left below one folder.'),
    } satisfies Readonly<Record<keyof typeof defaultThresholds, Shape<number>>>),
    `From how many recorded values on a part becomes a wildcard: ${Object.entries(defaultThresholds)
      .map(([name, count]) => `\`${name}\` ${count}`)
      .join(', ')} where they are left out.`,
  ),
  caller: described(
    dictionary(
      { pattern: /^[^=:]+:[^=]+$/, allowed: 'a policy variable such as `aws:username`' },
      text(/[\s\S]/, 'the value that the recorded caller had'),
    ),
    'Policy variables of the recorded caller and their values, for patterns that name them.',
  ),
  conditions: described(
    text(
      /\S/,
      'what --conditions takes: `default`, `all`, `none`, or `+s3:prefix,-kms:ViaService`',
    ),
    'Which conditions are written: `default`, `all`, `none`, or condition keys with `+` or `-` before them. `+dynamodb:LeadingKeys=VALUE|VALUE` gives the values of a key that no recording has.',
  ),
  includeHidden: described(
    flag(),
    'Whether policies have what services may do for the caller unseen, as far as it can be told.',
  ),
  shortenActions: described(
    flag(),
    'Whether `s3:GetObject*` is written where a policy has every action that AWS has of the kind today.',
  ),
  ignore: described(
    list(ignoredCalls),
    'Recorded calls that a policy need not allow, each with its reason.',
  ),
} as const;

const path = text(
  /^(?!\/)(?![A-Za-z]:)[ -[\]-~\u00a0-\uffff]+(?<!\/)$/,
  'a path below the folder of this file, with `/` between its parts',
);

const files = record(
  {},
  Object.fromEntries(
    policyFormats.map((format) => [format, described(path, `The file to write as \`${format}\`.`)]),
  ),
  { oneOf: policyFormats },
);

const policy = record(
  {
    sessions: described(
      list(text(sessionNamePattern, 'a session, as `leastgrant sessions list` names it'), {
        least: 1,
      }),
      'The sessions that the policy is made of; several are merged.',
    ),
    files: described(
      files,
      'Where the policy goes, by format. Paths are relative to the folder of this file and stay within its repository.',
    ),
  },
  {
    identity: described(
      text(/\S/, 'a caller as --identity takes it: a user, a role, its ARN or an access key'),
      'Whose calls the policy is made of, where the sessions have those of several callers: a user, a role or its ARN.',
    ),
    target: described(
      choice(policyTargets),
      'What the policy is attached as, which limits its size. `managed` where it is left out, `role` for SAM.',
    ),
    ...settings,
  },
);

/** What a configuration file may hold. */
export const configShape = record(
  {},
  {
    $schema: described(
      text(/\S/, 'the path of the JSON schema'),
      'The JSON schema of this file: `./node_modules/leastgrant/leastgrant.schema.json`.',
    ),
    ...settings,
    runVariables: described(
      list(text(runVariableName, aboutRunVariableNames)),
      'Environment variables that hold another value in each run: what `leastgrant run` finds of them in recorded names becomes a wildcard.',
    ),
    policies: described(
      dictionary(
        { pattern: policyNamePattern, allowed: 'letters, digits and `_+=,.@-`, at most 120' },
        policy,
      ),
      "The policies that `leastgrant export` writes, by their name in IAM. A policy's own settings win over those of the file; its patterns and ignored calls come first.",
    ),
  },
);

/** A project's configuration. */
export type Config = ValueOf<typeof configShape>;

/** One policy of it. */
export type PolicyConfig = ValueOf<typeof policy>;

/** What the file, and each policy of it, may say of how policies are made. */
export type ConfigSettings = Pick<Config, keyof typeof settings>;
