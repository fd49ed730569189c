import type { CopyChange, RecordsChange } from '../../ports/store.ts';

/**
 * What bringing in a copy does, a sentence for each kind of record that it changes.
 * @param clips null where the copy holds none
 */
export function copyChangeLines(change: CopyChange, clips: RecordsChange | null): readonly string[] {
  const lines = [
    ...recordsLines(change.attempts, 'attempt', 'attempts'),
    ...recordsLines(change.places, 'half-played lesson', 'half-played lessons'),
    ...recordsLines(change.calibrations, 'set-up of a machine', 'set-ups of machines'),
    ...(clips === null ? [] : recordsLines(clips, 'clip', 'clips')),
    ...(change.areSettingsChanged ? ['Settings are taken from the copy.'] : []),
  ];
  return lines.length > 0 ? lines : ['Nothing: all that is in the copy is here.'];
}

function recordsLines({ added, replaced, removed }: RecordsChange, one: string, many: string): string[] {
  const line = (count: number, end: readonly [one: string, many: string]): string[] => {
    if (count === 0) return [];
    return [count === 1 ? `1 ${one} ${end[0]}.` : `${count} ${many} ${end[1]}.`];
  };
  return [
    ...line(added, ['is added', 'are added']),
    ...line(replaced, ['is replaced by that of the copy', 'are replaced by those of the copy']),
    ...line(removed, ['that is not in the copy is erased here', 'that are not in the copy are erased here']),
  ];
}
