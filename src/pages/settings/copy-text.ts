import type { DeviceChange } from '../../domain/device-copy/device-merge.ts';
import type { CopyChange, RecordsChange } from '../../ports/store.ts';
import { say } from '../../ui/words/say.ts';

const DEVICE_KINDS = ['drafts', 'courses', 'packages', 'frames', 'networks'] as const;

/** The kinds of records that a copy changes. */
type ChangedKind = 'attempts' | 'items' | 'places' | 'calibrations' | 'clips' | keyof DeviceChange;

/**
 * Changes by bringing in a copy, a sentence for each kind of record that it changes.
 * @param clips null where the copy holds none
 * @param device null where it says nothing of the device
 */
export function copyChangeLines(
  change: CopyChange,
  clips: RecordsChange | null,
  device: DeviceChange | null,
): readonly string[] {
  const lines = [
    ...recordsLines(change.attempts, 'attempts'),
    ...recordsLines(change.items, 'items'),
    ...recordsLines(change.places, 'places'),
    ...recordsLines(change.calibrations, 'calibrations'),
    ...(clips === null ? [] : recordsLines(clips, 'clips')),
    ...(device === null ? [] : DEVICE_KINDS.flatMap((kind) => recordsLines(device[kind], kind))),
    ...(change.areSettingsChanged ? [say('settings.change.settings')] : []),
  ];
  return lines.length > 0 ? lines : [say('settings.change.none')];
}

function recordsLines(change: RecordsChange, kind: ChangedKind): string[] {
  return (['added', 'replaced', 'removed'] as const)
    .filter((way) => change[way] > 0)
    .map((way) => say(`settings.change.${kind}.${way}`, { count: change[way] }));
}
