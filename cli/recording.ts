import { isIP } from 'node:net';
import type { CatalogSource } from '../aws/catalog/catalog.ts';
import { awsDomains } from '../aws/partition.ts';
import { removeAbandonedTrustFolders } from '../certs/abandoned-trust-folders.ts';
import { type Authority, createAuthority } from '../certs/authority.ts';
import type { KeyPairs } from '../certs/key-pairs.ts';
import { childEnvironment } from '../proxy/environment/child-environment.ts';
import { isDenoProject } from '../proxy/environment/deno-project.ts';
import { type Endpoints, findEndpoints, replaceEndpoints } from '../proxy/environment/endpoints.ts';
import type { Variables } from '../proxy/environment/environment.ts';
import {
  type InterceptedHost,
  parseInterceptedHosts,
} from '../proxy/environment/intercepted-hosts.ts';
import { withJvmProxy } from '../proxy/environment/jvm-proxy.ts';
import { interceptionRule } from '../proxy/interception-rule.ts';
import { parseOutgoingProxy } from '../proxy/outgoing-proxy.ts';
import { type RunningProxy, startProxy } from '../proxy/proxy.ts';
import { createRecorder } from '../proxy/recorder.ts';
import { openRecorder } from '../sessions/open-recorder.ts';
import type { JournalsElsewhere } from '../sessions/session-folder.ts';
import { type CallTally, createCallCounter } from './call-tally.ts';
import { createEventCounter, type EventTally } from './event-tally.ts';
import { type CollectedRunValues, processValue } from './run-values/collect-run-values.ts';
import { isDescendant } from './run-values/is-descendant.ts';
import { RunValueNotes } from './run-values/run-value-notes.ts';
import { readUserCertificates, type UserCertificates, writeTrustFiles } from './trust-files.ts';

/** What is to be recorded, and where to. */
export interface RecordingOptions {
  /** The session folder. */
  readonly dir: string;
  /** Where journals of the session folder lie outside of it; undefined where they lie in it alone. */
  readonly journals: JournalsElsewhere | undefined;
  readonly session: string;
  /** True where the session is to hold this recording alone; what it held goes when the recording is complete. */
  readonly replacesSession: boolean;
  readonly keyPairs: KeyPairs;
  /** What is known of AWS. */
  readonly catalog: CatalogSource;
  /** The user's environment: an outgoing proxy, endpoints and trust settings are taken from it. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where every intercepted call goes; undefined for where it was meant to go. */
  readonly upstream: URL | undefined;
  /** Certificates in PEM that the upstream may show; undefined for the usual ones alone. */
  readonly upstreamCa: string | undefined;
  /** Hosts beyond AWS's own that are looked into: `HOST` or `HOST:PORT`, each known to be one. */
  readonly intercept: readonly string[];
  /** The program to be run, where one is: some runtimes need more of their environment than others can bear. */
  readonly program: string | undefined;
  /** What belongs to this run alone, as far as it is known before its program starts. */
  readonly runValues: CollectedRunValues;
}

/** What a recording has seen, for the summary. */
export interface RecordingSummary {
  readonly session: string;
  /** How many different calls this recording made. */
  readonly distinctCalls: number;
  readonly calls: CallTally;
  readonly events: EventTally;
  /** Recordings of the same session that ended while this one ran, where each was to take the session's place. */
  readonly runsBeside: number;
  /** Calls that faults of ours kept from being recorded. */
  readonly callsLost: number;
  /** Requests whose body went on beyond what is copied, so that parameters may be missing. */
  readonly bodiesCut: number;
}

/** A proxy that runs and records. */
export interface Recording {
  /** All variables of a program that is to be recorded: the user's, with ours in place. */
  readonly env: Readonly<Record<string, string>>;
  /** Ours alone, for a shell that has the others already. */
  readonly variables: Readonly<Record<string, string>>;
  /** One sentence for each setting of the user that may hide calls. */
  readonly warnings: readonly string[];
  /** Returns what was seen so far. */
  progress(): CallTally;
  /** Takes the process id of the program for a value that belongs to the run. */
  noteProcess(pid: number): void;
  /**
   * Ends the proxy and writes the session.
   * @throws LeastgrantError where the session cannot be written; the recording is then kept in its journal
   */
  stop(): Promise<RecordingSummary>;
  /** False where calls are neither in the session nor in the journal: the disk was full, say. */
  isKept(): boolean;
  /** Ends the proxy and forgets the recording: the session stays as it was. */
  abandon(): Promise<void>;
}

/**
 * Starts the proxy and records what programs with its environment do, until it is stopped.
 * @throws LeastgrantError where the session cannot be written or the proxy not started
 */
export async function startRecording(options: RecordingOptions): Promise<Recording> {
  const { platform } = process;
  void removeAbandonedTrustFolders();
  const { named } = parseInterceptedHosts(options.intercept);
  const endpoints = findEndpoints(options.env, platform);
  const authority = createAuthority({
    ...permittedHosts(named, endpoints),
    keys: options.keyPairs,
  });
  // The user's files are read and the proxy starts while the key is made; what fails first is told below.
  authority.catch(() => {});
  const notes = new RunValueNotes(options.runValues.values, {
    beganAt: Date.now(),
    isOwnProcess: (pid) => isDescendant(pid, process.pid),
  });
  const [user, recorder] = await Promise.all([
    readUserCertificates(options.env, platform),
    openRecorder(options.dir, options.session, {
      replaces: options.replacesSession,
      ...(options.journals && { journals: options.journals }),
      findRunValues: (call, seenAt) => notes.findNew(call, seenAt),
    }),
  ]);
  const counters = createCounters();
  const outgoing = parseOutgoingProxy(withJvmProxy(options.env, platform));
  const proxy = await startProxy({
    certificates: authority,
    observer: createRecorder({
      catalog: options.catalog,
      sink: recorder,
      maxBodyBytes,
      onCall: (call) => counters.calls.add(call),
      onBodyCut: () => counters.addBodyCut(),
    }),
    shouldIntercept: interceptionRule(named),
    upstreamCa: [user.bundlePem, options.upstreamCa ?? ''].join('\n'),
    ...(options.upstream && { upstream: { url: options.upstream } }),
    outgoingProxy: outgoing.proxyFor,
    onEvent: (event) => counters.events.add(event),
  });
  const opened = await openAll(endpoints, proxy, authority, user).catch(async (error: unknown) => {
    await Promise.all([proxy.close(), recorder.discard()]);
    throw error;
  });
  const { endpointReplacements, folder, files } = opened;
  process.on('exit', folder.removeSync);
  const child = childEnvironment({
    userEnv: options.env,
    proxyUrl: proxy.url,
    files,
    intercept: options.intercept,
    endpointReplacements,
    hasAwsCaBundle: user.hasAwsCaBundle,
    isDenoProject: isDenoProject(process.cwd()),
    platform,
    ...(options.program !== undefined && { program: options.program }),
  });
  const end = async () => {
    await proxy.close();
    await folder.remove();
    process.off('exit', folder.removeSync);
  };
  let isWritten = false;
  return {
    env: child.env,
    variables: child.variables,
    warnings: [
      ...user.warnings,
      ...outgoing.ignored.map((name) => `the proxy in \`${name}\` cannot be used and is left out`),
      ...endpoints.warnings,
      ...child.warnings,
      ...options.runValues.warnings,
    ],
    progress: () => counters.calls.tally(),
    noteProcess(pid) {
      const value = processValue(pid);
      if (value !== undefined) notes.add(value);
    },
    async stop() {
      await end();
      const { distinctCalls } = recorder;
      const { runs } = await recorder.close();
      isWritten = true;
      const events = counters.events.tally();
      return {
        session: options.session,
        runsBeside: options.replacesSession ? runs - 1 : 0,
        distinctCalls,
        calls: counters.calls.tally(),
        events,
        callsLost: events.callsLost + recorder.lostCalls,
        bodiesCut: counters.bodiesCut(),
      };
    },
    isKept: () => isWritten || recorder.problem === undefined,
    async abandon() {
      await end();
      await recorder.discard();
    },
  };
}

/** At most so much of a request's body is read: enough for every parameter that decides permissions. */
const maxBodyBytes = 1024 * 1024;

function createCounters() {
  let bodiesCut = 0;
  return {
    calls: createCallCounter(),
    events: createEventCounter(),
    addBodyCut: () => {
      bodiesCut += 1;
    },
    bodiesCut: () => bodiesCut,
  };
}

// What can still fail once the proxy runs; where it does, proxy and recorder end.
async function openAll(
  endpoints: Endpoints,
  proxy: RunningProxy,
  authority: Promise<Authority>,
  user: UserCertificates,
) {
  const endpointReplacements = await openEndpoints(endpoints, proxy);
  return { endpointReplacements, ...(await writeTrustFiles(await authority, user)) };
}

function permittedHosts(named: readonly InterceptedHost[], endpoints: Endpoints) {
  const isAddress = ({ host }: InterceptedHost) => isIP(host) !== 0;
  const domains = named.filter((one) => !isAddress(one)).map(({ host }) => host);
  return {
    permittedDomains: [...awsDomains, ...domains],
    permittedAddresses: [
      ...named.filter(isAddress).map(({ host }) => host),
      // The stand-ins of custom endpoints are reached by https too.
      ...(endpoints.targets.length > 0 ? ['127.0.0.1'] : []),
    ],
  };
}

async function openEndpoints(endpoints: Endpoints, proxy: RunningProxy): Promise<Variables> {
  const localUrls = new Map<string, string>();
  for (const target of endpoints.targets) {
    localUrls.set(target, await proxy.addEndpoint(new URL(target)));
  }
  return replaceEndpoints(endpoints, localUrls);
}
