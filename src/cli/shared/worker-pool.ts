import { type ChildProcess, fork } from 'node:child_process';
import { CommandError, errorIsCoded } from './command.ts';
import { errorText } from './error-text.ts';

/** To a worker: the order at this place of the list. */
interface Placed<Order> {
  readonly place: number;
  readonly order: Order;
}

/** Back: what came of it. */
interface Answered<Answer> {
  readonly place: number;
  readonly answer: Answer;
}

/** Or the coded error that it ended in. */
interface Refused {
  readonly code: string;
  readonly sentence: string;
}

const READY = 'ready';

/**
 * Lets several processes of the command `program` work through a list of orders. The program must answer
 * `--serve SETUP` (SETUP as JSON) by `ordersServe`.
 * @param take called with each answer and the place of its order in the list, in the order in which they come
 * @throws CommandError with the code and sentence of the first coded error of an answer; `worker-failed` when a
 *   process ends before its time
 */
export function ordersRun<Order, Answer>(
  program: string,
  setup: unknown,
  orders: readonly Order[],
  workerCount: number,
  take: (answer: Answer, place: number) => void,
): Promise<void> {
  const workers: ChildProcess[] = [];
  let asked = 0;
  let done = 0;
  return new Promise((resolve, reject) => {
    const stop = (error: unknown): void => {
      for (const worker of workers) worker.kill();
      reject(error);
    };
    const next = (worker: ChildProcess): void => {
      const place = asked;
      if (place >= orders.length) {
        worker.disconnect();
        return;
      }
      asked += 1;
      worker.send({ place, order: orders[place]! } satisfies Placed<Order>);
    };
    const taken = ({ place, answer }: Answered<Answer>): void => {
      take(answer, place);
      done += 1;
      if (done === orders.length) resolve();
    };
    for (let index = 0; index < Math.min(workerCount, orders.length); index++) {
      const worker = fork(program, ['--serve', JSON.stringify(setup)], {
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
        // Images travel as bytes rather than as JSON.
        serialization: 'advanced',
      });
      workers.push(worker);
      worker.on('message', (said: Answered<Answer> | Refused | typeof READY) => {
        try {
          if (said !== READY && 'sentence' in said) throw new CommandError(said.code, said.sentence);
          if (said !== READY) taken(said);
          next(worker);
        } catch (error) {
          stop(error);
        }
      });
      worker.on('error', stop);
      worker.on('exit', (code) => {
        if (code !== 0) stop(new CommandError('worker-failed', 'A worker failed; its error is above.'));
      });
    }
    if (orders.length === 0) resolve();
  });
}

/** In a worker: answers one order after another until the parent lets go. */
export function ordersServe<Order, Answer>(answer: (order: Order) => Answer | Promise<Answer>): void {
  const serve = async ({ place, order }: Placed<Order>): Promise<void> => {
    try {
      process.send!({ place, answer: await answer(order) } satisfies Answered<Answer>);
    } catch (error) {
      if (!errorIsCoded(error)) throw error;
      process.send!({ code: String(error.code), sentence: errorText(error) } satisfies Refused);
    }
  };
  process.on('message', serve);
  process.on('disconnect', () => process.exit());
  process.send!(READY);
}
