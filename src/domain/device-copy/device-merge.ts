import type { ExamClip, LabelledFrame } from '../adaptation/labelled-frame.ts';
import { packageNameOf } from '../package/package-scenario-id.ts';
import type { DeviceCopy } from './device-copy.ts';

/** Of how many records, as `RecordsChange` of the ports has it. */
interface Change {
  readonly added: number;
  readonly replaced: number;
  readonly removed: number;
}

/** Changes that bringing in a copy makes on a device. */
export interface DeviceChange {
  readonly drafts: Change;
  readonly courses: Change;
  readonly packages: Change;
  readonly frames: Change;
  readonly networks: Change;
}

/**
 * A device after a copy came to it. `merge`: of a draft or a course that is in both the one that was changed later stays, of
 * everything else what is here. `replace`: all is as in the copy.
 *
 * @param hasFiles whether the copy holds clips and weights: one without says nothing of networks, nor of packages with clips
 */
export function deviceMerge(
  here: DeviceCopy,
  copy: DeviceCopy,
  way: 'merge' | 'replace',
  hasFiles: boolean,
): DeviceCopy {
  const given = hasFiles ? copy : withoutFiles(here, copy);
  if (way === 'replace') return given;
  return {
    drafts: laterOf(here.drafts, copy.drafts),
    courses: laterOf(here.courses, copy.courses),
    packages: joined(here.packages, given.packages, packageKey),
    examClips: examsJoin(here.examClips, copy.examClips),
    frames: joined(here.frames, copy.frames, frameKey),
    networks: joined(here.networks, given.networks, ({ id }) => id),
    uses: { ...given.uses, ...here.uses },
  };
}

/** What changes between two states of a device. */
export function deviceChange(before: DeviceCopy, after: DeviceCopy): DeviceChange {
  return {
    drafts: changeOf(before.drafts, after.drafts, ({ id }) => id),
    courses: changeOf(before.courses, after.courses, ({ id }) => id),
    packages: changeOf(before.packages, after.packages, ({ id }) => id),
    frames: changeOf(before.frames, after.frames, frameKey),
    networks: changeOf(before.networks, after.networks, ({ id }) => id),
  };
}

/** By what a labelled frame is told from others. */
export function frameKey({ clipId, index }: Pick<LabelledFrame, 'clipId' | 'index'>): string {
  return `${clipId} ${index}`;
}

/** A copy that says nothing of what lies in files of its own, with what is here of it. */
function withoutFiles(here: DeviceCopy, copy: DeviceCopy): DeviceCopy {
  const withClips = here.packages.filter(({ clips }) => clips.length > 0);
  const packages = joined(withClips, copy.packages, packageKey);
  return { ...copy, networks: here.networks, uses: here.uses, packages };
}

/** Packages whose scenarios would have the same names cannot lie beside each other. */
function packageKey({ id }: { readonly id: string }): string {
  return packageNameOf(id, '');
}

function laterOf<T extends { readonly id: string; readonly changedAtMs: number }>(
  here: readonly T[],
  copy: readonly T[],
): readonly T[] {
  const copied = new Map(copy.map((one) => [one.id, one]));
  const kept = here.map((one) => {
    const other = copied.get(one.id);
    return other !== undefined && other.changedAtMs > one.changedAtMs ? other : one;
  });
  return joined(kept, copy, ({ id }) => id);
}

function joined<T>(here: readonly T[], copy: readonly T[], keyOf: (one: T) => string): readonly T[] {
  const own = new Set(here.map(keyOf));
  return [...here, ...copy.filter((one) => !own.has(keyOf(one)))];
}

/**
 * Exams are numbered on each device anew: an exam of the copy is one of those here where they share a clip, else another.
 */
function examsJoin(here: readonly ExamClip[], copy: readonly ExamClip[]): readonly ExamClip[] {
  const own = new Map(here.map(({ clipId, exam }) => [clipId, exam]));
  const numbers = new Map<number, number>();
  for (const { clipId, exam } of copy) {
    const known = own.get(clipId);
    if (known !== undefined) numbers.set(exam, known);
  }
  let last = Math.max(0, ...own.values());
  const added: ExamClip[] = [];
  for (const { clipId, exam } of copy) {
    if (own.has(clipId)) continue;
    if (!numbers.has(exam)) {
      last += 1;
      numbers.set(exam, last);
    }
    added.push({ clipId, exam: numbers.get(exam)! });
  }
  return [...here, ...added];
}

function changeOf<T>(before: readonly T[], after: readonly T[], keyOf: (one: T) => string): Change {
  const was = new Map(before.map((one) => [keyOf(one), JSON.stringify(one)]));
  const is = new Map(after.map((one) => [keyOf(one), JSON.stringify(one)]));
  const stays = [...is].filter(([key]) => was.has(key));
  return {
    added: is.size - stays.length,
    replaced: stays.filter(([key, text]) => was.get(key) !== text).length,
    removed: [...was.keys()].filter((key) => !is.has(key)).length,
  };
}
