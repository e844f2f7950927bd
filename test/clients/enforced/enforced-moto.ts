import { join } from 'node:path';
import { type MotoServer, type StartOver, startMoto } from '../moto/moto-server.ts';
import { type Judge, startJudge } from './judge.ts';

/** A moto whose IAM enforcement asks a judge, and the judge. */
export interface EnforcedMoto {
  readonly moto: MotoServer;
  readonly judge: Judge;
  /** Forgets everything on both sides; see `MotoServer`. */
  startOver(options: StartOver): Promise<NodeJS.ProcessEnv>;
  stop(): Promise<void>;
}

/** Starts both. */
export async function startEnforcedMoto(): Promise<EnforcedMoto> {
  const judge = await startJudge();
  const moto = await startMoto('https', {
    command: ['python3', join(import.meta.dirname, 'judged_moto.py')],
    env: { JUDGE_URL: judge.url },
  });
  return {
    moto,
    judge,
    startOver(options) {
      judge.startOver();
      return moto.startOver(options);
    },
    async stop() {
      await moto.stop();
      await judge.stop();
    },
  };
}
