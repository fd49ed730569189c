import type { RecordsOpened } from '../../../ports/records.ts';
import { workerCalls } from '../../shared/worker-calls.ts';
import type { RecordsCalls } from '../shared/messages.ts';
import { RecordsError, type RecordsErrorCode } from '../shared/records-error.ts';

export interface RecordsOptions {
  /** Name of the folder in the browser's private file system; another one keeps tests apart. Null keeps nothing on the device. */
  readonly folder?: string | null;
  readonly workerCreate?: () => Worker;
}

function workerOwn(): Worker {
  return new Worker(new URL('../worker/records.worker.ts', import.meta.url), {
    type: 'module',
    name: 'records',
  });
}

/**
 * Opens what is kept of clips, in a worker of its own; where the browser keeps nothing it is kept in memory, which
 * says so. Rejects with a RecordsError.
 */
export async function recordsOpen(options: RecordsOptions = {}): Promise<RecordsOpened> {
  const { folder = 'batsign-clips', workerCreate = workerOwn } = options;
  const crashed = (cause: unknown): RecordsError =>
    new RecordsError('records_crashed', { code: 'recordsCrashed' }, { cause });
  const { call, end } = workerCalls<RecordsCalls, RecordsErrorCode>(workerCreate(), {
    failed: (code, fact) => new RecordsError(code, fact),
    crashed,
  });
  const kept = await call('open', [folder]);
  return {
    ...kept,
    clipsList: () => call('clipsList', []),
    async clipWrite(clip) {
      persistAsk();
      const writer = await call('writeBegin', [clip]);
      return {
        add: async (grey, timeMs) => {
          await call('writeAdd', [writer, grey, timeMs]);
        },
        finish: () => call('writeFinish', [writer]),
        abort: async () => {
          await call('writeAbort', [writer]);
        },
      };
    },
    async clipRead(id) {
      const record = await call('clipRead', [id]);
      return { record, frame: (index) => call('clipFrame', [id, index]) };
    },
    clipRename: async (id, name) => {
      await call('clipRename', [id, name]);
    },
    clipRemove: async (id) => {
      await call('clipRemove', [id]);
    },
    analysisRead: (id) => call('analysisRead', [id]),
    analysisAdd: (id, weightsSha256, images) => call('analysisAdd', [id, weightsSha256, images]),
    analysisMask: (id, index) => call('analysisMask', [id, index]),
    clipFiles: (id) => call('clipFiles', [id]),
    async clipTake(id, parts) {
      persistAsk();
      return call('clipTake', [id, parts]);
    },
    eraseAll: async () => {
      await call('eraseAll', []);
    },
    close: () => end(crashed('closed')),
  };
}

/** Asks the browser not to throw clips away when room gets short; what it answers changes nothing here. */
function persistAsk(): void {
  navigator.storage?.persist?.().catch(() => {});
}
