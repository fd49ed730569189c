import {
  type FileFault,
  RESULTS_LIMITS,
  type ResultsFile,
  resultsFileRead,
} from '../../domain/class-results/results-file.ts';
import { taskNext } from '../../ui/task-next.ts';
import type { WorkHold } from '../../ui/use-work.ts';
import { say } from '../../ui/words/say.ts';

/** So many are opened at once. */
const FILES_MAX = 500;

export interface FilesRead {
  readonly files: readonly ResultsFile[];
  /** A sentence for each that was not taken. */
  readonly problems: readonly string[];
}

/**
 * Reads what was dropped, one file in a task, so that the page goes on taking what is pressed.
 *
 * @param open those that are open already
 */
export async function filesRead(
  dropped: readonly File[],
  open: readonly ResultsFile[],
  { onShare, signal }: WorkHold,
): Promise<FilesRead> {
  const files: ResultsFile[] = [];
  const problems: string[] = [];
  if (dropped.length > FILES_MAX) problems.push(say('classroom.fault.many', { most: FILES_MAX }));
  const taken = dropped.slice(0, FILES_MAX);
  for (const [i, file] of taken.entries()) {
    signal.throwIfAborted();
    const read = await fileRead(file);
    if ('fault' in read) problems.push(say(`classroom.fault.${read.fault}`, { name: file.name }));
    else if (isOpen(read.file, [...open, ...files])) {
      problems.push(say('classroom.fault.twice', { name: file.name }));
    } else files.push(read.file);
    onShare((i + 1) / taken.length);
    await taskNext();
  }
  return { files, problems };
}

async function fileRead(
  file: File,
): Promise<{ readonly file: ResultsFile } | { readonly fault: FileFault | 'unread' }> {
  if (file.size > RESULTS_LIMITS.bytes) return { fault: 'large' };
  try {
    return resultsFileRead(await file.text());
  } catch {
    return { fault: 'unread' };
  }
}

/** The same file once more, or a code that was read before. */
export function isOpen(file: ResultsFile, open: readonly ResultsFile[]): boolean {
  return open.some(
    (other) =>
      other.learner.id === file.learner.id &&
      other.savedAtMs === file.savedAtMs &&
      other.attempts.length === file.attempts.length,
  );
}
