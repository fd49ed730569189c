import { InputError } from '../../../formats/files/input-error.ts';
import { type Archive, archiveRead } from '../../../formats/zip/archive-read.ts';
import { archiveDamaged } from '../../../formats/zip/archive-refusal.ts';
import { archiveWrite } from '../../../formats/zip/archive-write.ts';
import type { FromWorker, ToWorker } from '../shared/messages.ts';

/** The part of a worker's global scope that is used here; the DOM library knows windows only. */
interface WorkerScope {
  postMessage(message: FromWorker): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<ToWorker>) => void): void;
}

const scope = self as unknown as WorkerScope;

let opened: Archive | null = null;

function archive(): Archive {
  if (opened === null) throw new Error('The archive was not opened.');
  return opened;
}

async function answer(call: ToWorker, onBytes: (bytes: number) => void): Promise<unknown> {
  switch (call.name) {
    case 'open':
      opened = await archiveRead(...call.args);
      return opened.files;
    case 'head':
      return archive().head(...call.args);
    case 'unpack':
      return archive().unpack(...call.args, onBytes);
    case 'pack':
      return archiveWrite(call.args[0], call.args[1], onBytes);
  }
}

/** Bytes that must come before it is told: the page has more to do than to listen. */
const TOLD_BYTES = 1 << 20;

async function take(call: ToWorker): Promise<void> {
  const { ticket } = call;
  let untold = 0;
  const tell = (bytes: number, least: number): void => {
    untold += bytes;
    if (untold < least) return;
    scope.postMessage({ ticket, kind: 'bytes', bytes: untold });
    untold = 0;
  };
  try {
    const value = await answer(call, (bytes) => tell(bytes, TOLD_BYTES));
    tell(0, 1);
    scope.postMessage({ ticket, kind: 'done', value });
  } catch (cause) {
    const isForPeople = cause instanceof InputError;
    if (!isForPeople) console.error(cause);
    const { code, fact } = isForPeople ? cause : archiveDamaged();
    scope.postMessage({ ticket, kind: 'failed', code, fact });
  }
}

scope.addEventListener('message', ({ data }) => {
  void take(data);
});
