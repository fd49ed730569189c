import type { ExamMessage, PageMessage } from '../shared/messages.ts';
import type { Runner } from './runner.ts';

/** Sends the page a failure and its reason. */
export function failTell(error: unknown): void {
  const message: ExamMessage = {
    type: 'failed',
    cause: error instanceof Error ? error.message : String(error),
  };
  self.postMessage(message);
}

function pageMessageIs(message: { readonly type: string }): message is PageMessage {
  return message.type === 'pause' || message.type === 'resume' || message.type === 'taken';
}

/** Hands what concerns the run to the runner, and all else to `receive`; what that throws ends the run. */
export function pageListen<To extends { readonly type: string }>(
  runner: Runner,
  receive: (message: Exclude<To, PageMessage>) => void,
): void {
  self.addEventListener('message', ({ data }: MessageEvent<To>) => {
    if (pageMessageIs(data)) {
      runner[data.type]();
      return;
    }
    try {
      receive(data as Exclude<To, PageMessage>);
    } catch (error) {
      runner.halt();
      failTell(error);
    }
  });
}
