import type { ExchangeEnd, ExchangeObserver, RequestHead } from '../../../proxy/exchange.ts';

/** What a test's observer saw of one exchange. */
export interface SeenExchange {
  readonly head: RequestHead;
  readonly end: ExchangeEnd;
}

/** An observer that keeps all that it is told. */
export interface TestObserver extends ExchangeObserver {
  readonly heads: RequestHead[];
  readonly ended: SeenExchange[];
  /** Resolves when so many exchanges have ended. */
  untilEnded(count: number): Promise<readonly SeenExchange[]>;
}

/** Returns an observer that wants so many bytes of every body, of requests that `isInteresting`. */
export function createTestObserver(
  bytes = { request: 1_024, answer: 1_024 },
  isInteresting: (head: RequestHead) => boolean = () => true,
): TestObserver {
  const heads: RequestHead[] = [];
  const ended: SeenExchange[] = [];
  let waiting: { count: number; resolve: () => void }[] = [];
  return {
    heads,
    ended,
    begin(head) {
      if (!isInteresting(head)) return undefined;
      heads.push(head);
      return {
        requestBodyBytes: bytes.request,
        responseBodyBytes: () => bytes.answer,
        *end(end) {
          ended.push({ head, end });
          for (const { count, resolve } of waiting) if (ended.length >= count) resolve();
          waiting = waiting.filter(({ count }) => ended.length < count);
        },
      };
    },
    async untilEnded(count) {
      if (ended.length < count) {
        await new Promise<void>((resolve) => waiting.push({ count, resolve }));
      }
      return ended;
    },
  };
}
