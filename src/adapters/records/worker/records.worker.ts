import { uuidOf } from '../../../domain/digest/uuid.ts';
import type { CallName, FromWorker, RecordsCalls, ToWorker } from '../shared/messages.ts';
import { recordsErrorOf } from '../shared/records-error.ts';
import { type CallAnswers, callAnswers } from './call-answers.ts';
import { driveMemory } from './drive-memory.ts';
import { driveOpfs } from './drive-opfs.ts';

/** The part of a worker's global scope that is used here; the DOM library knows windows only. */
interface WorkerScope {
  postMessage(message: FromWorker, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<ToWorker>) => void): void;
}

const scope = self as unknown as WorkerScope;

/** Calls that change nothing and can be made again. */
const READING: ReadonlySet<CallName> = new Set([
  'clipsList',
  'clipRead',
  'clipFrame',
  'analysisRead',
  'analysisMask',
  'clipFiles',
]);

const foldersOptions = {
  now: () => Date.now(),
  newId: () => uuidOf(crypto.getRandomValues(new Uint8Array(16))),
};

let answers: Promise<CallAnswers> | null = null;

async function open(folder: string | null): Promise<ReturnType<RecordsCalls['open']>> {
  const drive = folder === null ? null : await driveOpfs(folder).catch(memoryOnly);
  answers = callAnswers(drive ?? driveMemory(), foldersOptions);
  await answers;
  return drive === null
    ? { durability: 'memory', memoryReason: { code: 'clipsForgotten' } }
    : { durability: 'device', memoryReason: null };
}

function memoryOnly(error: unknown): null {
  console.warn('Clips are kept in memory only.', error);
  return null;
}

async function answer(call: ToWorker): Promise<unknown> {
  if (call.name === 'open') return open(...call.args);
  if (answers === null) throw new Error('The records were not opened.');
  const run = (await answers)[call.name] as (...args: readonly unknown[]) => Promise<unknown>;
  return run(...call.args);
}

async function take(call: ToWorker): Promise<void> {
  const { ticket, name } = call;
  try {
    const value = await answer(call);
    // Pixels are handed over, not copied.
    scope.postMessage({ ticket, kind: 'done', value }, value instanceof Uint8Array ? [value.buffer] : []);
  } catch (cause) {
    const { code, fact } = recordsErrorOf(cause, READING.has(name) ? 'read_failed' : 'write_failed');
    if (code === 'read_failed' || code === 'write_failed') console.error(cause);
    scope.postMessage({ ticket, kind: 'failed', code, fact }, []);
  }
}

scope.addEventListener('message', ({ data }) => {
  void take(data);
});
