import type { ClipWriter } from '../../../ports/records.ts';
import type { CallName, RecordsCalls } from '../shared/messages.ts';
import { RecordsError } from '../shared/records-error.ts';
import { clipAnalyses } from './clip-analyses.ts';
import { clipFiles, clipTake } from './clip-copy.ts';
import { type ClipFoldersOptions, clipFolders } from './clip-folders.ts';
import type { Drive } from './drive.ts';

/** Answers calls, each in its own time. */
export type CallAnswers = {
  readonly [Name in Exclude<CallName, 'open'>]: (
    ...args: Parameters<RecordsCalls[Name]>
  ) => Promise<ReturnType<RecordsCalls[Name]>>;
};

/** The records on a drive. */
export async function callAnswers(drive: Drive, options: ClipFoldersOptions): Promise<CallAnswers> {
  const clips = clipFolders(drive, options);
  const analyses = clipAnalyses(drive);
  const writers = new Map<number, ClipWriter>();
  let nextWriter = 1;
  const writerOf = (ticket: number): ClipWriter => {
    const writer = writers.get(ticket);
    if (writer !== undefined) return writer;
    throw new RecordsError('clip_unsound', { code: 'clipNotWritten' });
  };
  await clips.tidy();
  return {
    clipsList: () => clips.list(),
    async writeBegin(clip) {
      const ticket = nextWriter++;
      writers.set(ticket, await clips.write(clip));
      return ticket;
    },
    async writeAdd(ticket, grey, timeMs) {
      await writerOf(ticket).add(grey, timeMs);
      return null;
    },
    async writeFinish(ticket) {
      const record = await writerOf(ticket).finish();
      writers.delete(ticket);
      return record;
    },
    async writeAbort(ticket) {
      await writers.get(ticket)?.abort();
      writers.delete(ticket);
      return null;
    },
    clipRead: (id) => clips.read(id),
    clipFrame: (id, index) => clips.frame(id, index),
    async clipRename(id, name) {
      await clips.rename(id, name);
      return null;
    },
    async clipRemove(id) {
      await clips.remove(id);
      return null;
    },
    analysisRead: async (id) => analyses.read(await clips.read(id)),
    analysisAdd: async (id, weightsSha256, images) =>
      analyses.add(await clips.read(id), weightsSha256, images),
    analysisMask: async (id, index) => analyses.mask(await clips.read(id), index),
    clipFiles: (id) => clipFiles(drive, id),
    clipTake: (id, parts) => clipTake(drive, id, parts),
    async eraseAll() {
      await clips.eraseAll();
      return null;
    },
  };
}
