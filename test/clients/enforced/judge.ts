import { once } from 'node:events';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { evaluatePolicies } from '../../oracle/evaluate-policy.ts';
import { type Json, member, textsOf } from '../../oracle/json.ts';
import { computeRules } from './asked/compute.ts';
import { identityRules } from './asked/identity.ts';
import { messagingRules } from './asked/messaging.ts';
import { operationsRules } from './asked/operations.ts';
import { storageRules } from './asked/storage.ts';
import type { Asked, AskRules, JudgedRequest } from './judged-request.ts';

/** Answers for IAM: what AWS asks for a request is written by hand in `asked/`, the oracle decides it. */
export interface Judge {
  readonly url: string;
  /** `SERVICE:OPERATION` of the requests since the last start, in moto's words, distinct and sorted. */
  operations(): string[];
  /** `ACTION RESOURCE` that a policy refused since the last start. */
  refusals(): string[];
  startOver(): void;
  stop(): Promise<void>;
}

const rules: AskRules = {
  ...computeRules,
  ...identityRules,
  ...messagingRules,
  ...operationsRules,
  ...storageRules,
};

/** Starts a judge on this machine. What no rule knows it refuses, and says so. */
export async function startJudge(): Promise<Judge> {
  const memory = new Map<string, string>();
  const operations = new Set<string>();
  const refusals: string[] = [];
  const server = createServer(async (message, response) => {
    const request = readRequest(await json(message));
    operations.add(request.action);
    const refused = whatAwsAsks(request, memory).filter((asked) => !isAllowed(request, asked));
    refusals.push(...refused.map(({ action, resource }) => `${action} ${resource}`));
    response.end(String(refused.length === 0));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the judge has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    operations: () => [...operations].sort(),
    refusals: () => [...refusals],
    startOver() {
      memory.clear();
      operations.clear();
      refusals.length = 0;
    },
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function whatAwsAsks(request: JudgedRequest, memory: Map<string, string>): readonly Asked[] {
  const [service = ''] = request.action.split(':');
  const rule = rules[request.action] ?? rules[`${service}:*`];
  return (
    rule?.(request, memory) ?? [{ action: `${request.action}, which no rule knows`, resource: '' }]
  );
}

function isAllowed(
  { policies, region }: JudgedRequest,
  { action, resource, context }: Asked,
): boolean {
  const request = { action, resource, context: { 'aws:requestedregion': [region], ...context } };
  return evaluatePolicies({ identity: policies }, request) === 'allowed';
}

function readRequest(question: unknown): JudgedRequest {
  const told: Json = JSON.parse(JSON.stringify(question));
  const textOf = (name: string) => String(member(told, name));
  return {
    action: textOf('action'),
    region: textOf('region'),
    account: textOf('account'),
    parameters: member(told, 'parameters') ?? {},
    headers: member(told, 'headers') ?? {},
    policies: textsOf(member(told, 'policies')),
  };
}
