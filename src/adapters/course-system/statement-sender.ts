import type { Statement } from '../../domain/course-system/xapi-statement.ts';
import type { MessageFact } from '../../domain/message/message-fact.ts';
import type { QueuedStatement, StatementQueue } from '../../ports/statement-queue.ts';

/** What came of one statement. */
export type Posted =
  | { readonly kind: 'kept' }
  /** It will never be taken as it is. */
  | { readonly kind: 'refused' }
  /** Who sends is not let in any more; a launch anew may be. */
  | { readonly kind: 'signed_out' }
  /** Later, after so long, ms; null where nobody said. `isBusy`: it answered that there is too much at once. */
  | { readonly kind: 'later'; readonly afterMs: number | null; readonly isBusy: boolean };

export interface SenderState {
  readonly waiting: number;
  /** Why they wait; null while they are sent. */
  readonly reason: MessageFact | null;
}

export interface StatementSender {
  /** Sends what launches before left, before all others. */
  begin(): Promise<void>;
  add(statement: Statement): void;
  /** Tries again at once. */
  wake(): void;
  /** What was not sent yet, in order; nothing is sent from here any more. `sent` is to be told when they were sent elsewhere. */
  stop(): { readonly statements: readonly Statement[]; readonly sent: () => Promise<void> };
}

const AGAIN_FIRST_MS = 2000;
const AGAIN_MOST_MS = 60_000;

/**
 * Sends statements one by one, in the order in which they were added. Each has an id of its own, so that one whose answer was
 * lost is sent again and kept once.
 */
export function statementSender({
  queue,
  channel,
  post,
  onState,
  firstMs = AGAIN_FIRST_MS,
}: {
  readonly queue: StatementQueue;
  readonly channel: string;
  readonly post: (statement: Statement) => Promise<Posted>;
  readonly onState: (state: SenderState) => void;
  readonly firstMs?: number;
}): StatementSender {
  let waiting: QueuedStatement[] = [];
  /** Added and not in the queue yet. */
  let adding: Promise<void> = Promise.resolve();
  const unqueued: Statement[] = [];
  let isRunning = false;
  let isStopped = false;
  let refused = 0;
  let againMs = firstMs;
  let timer: ReturnType<typeof setTimeout> | null = null;

  const state = (reason: MessageFact | null): void => {
    const told: MessageFact | null =
      reason ?? (refused > 0 ? { code: 'courseStatementsRefused', count: refused } : null);
    onState({ waiting: waiting.length + unqueued.length, reason: told });
  };
  const drop = async (key: number): Promise<void> => {
    waiting = waiting.filter((one) => one.key !== key);
    await queue.drop(key).catch((error: unknown) => console.warn(error));
  };
  const later = (ms: number): void => {
    timer ??= setTimeout(() => {
      timer = null;
      void run();
    }, ms);
  };
  const run = async (): Promise<void> => {
    if (isRunning || isStopped) return;
    isRunning = true;
    try {
      for (;;) {
        const first = waiting[0];
        if (first === undefined || isStopped) break;
        const posted = await post(first.statement);
        if (isStopped) break;
        if (posted.kind === 'signed_out') return state({ code: 'courseSignedOut' });
        if (posted.kind === 'later') {
          state({ code: posted.isBusy ? 'courseBusy' : 'courseUnreachable' });
          later(posted.afterMs ?? againMs);
          againMs = Math.min(2 * againMs, AGAIN_MOST_MS);
          return;
        }
        againMs = firstMs;
        if (posted.kind === 'refused') {
          refused += 1;
          console.warn('Refused by the course system:', first.statement);
        }
        await drop(first.key);
        state(null);
      }
    } finally {
      isRunning = false;
    }
  };
  return {
    async begin() {
      const left = await queue.list(channel);
      waiting = [...left, ...waiting];
      state(null);
      void run();
    },
    add(statement) {
      if (isStopped) return;
      unqueued.push(statement);
      adding = adding.then(async () => {
        const queued = await queue.add(channel, statement);
        unqueued.splice(unqueued.indexOf(statement), 1);
        waiting.push(queued);
        state(null);
        void run();
      });
    },
    wake() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      void run();
    },
    stop() {
      isStopped = true;
      if (timer !== null) clearTimeout(timer);
      return {
        statements: [...waiting.map(({ statement }) => statement), ...unqueued],
        async sent() {
          await adding;
          for (const { key } of waiting) await drop(key);
          state(null);
        },
      };
    },
  };
}
