import * as z from 'zod/mini';
import { type AdaptedNetwork, adaptedNetworkSchema } from '../adaptation/adapted-network.ts';
import {
  type ExamClip,
  examClipSchema,
  type LabelledFrame,
  labelledFrameSchema,
} from '../adaptation/labelled-frame.ts';
import { bindingRead } from '../adaptation/network-images.ts';
import { CodedError } from '../errors/coded-error.ts';
import type { InstalledPackage } from '../package/installed-package.ts';
import { type StoredSchema, storedTake } from '../stored/stored-read.ts';
import { countSchema } from '../stored/values.ts';
import { type CourseDraft, courseDraftSchema } from '../studio/course-draft.ts';
import { type Draft, draftSchema } from '../studio/draft.ts';
import { copiedPackageWrite } from './copied-package.ts';

/** Of the form below; raised whenever an older game would misread it. */
const VERSION = 1;

/** What teachers made on a device, what of others is kept there, and what networks learnt: no learner's, but the device's. */
export interface DeviceCopy {
  readonly drafts: readonly Draft[];
  readonly courses: readonly CourseDraft[];
  /** Packages of others. Those with clips are in a copy with clips alone. */
  readonly packages: readonly InstalledPackage[];
  /** Clips that labelled frames are of. */
  readonly examClips: readonly ExamClip[];
  readonly frames: readonly LabelledFrame[];
  /** Their weights lie apart, and only in a copy with clips. */
  readonly networks: readonly AdaptedNetwork[];
  /** Ids of networks, by `bindingKey` of what they label. */
  readonly uses: Readonly<Record<string, string>>;
}

export const DEVICE_NONE: DeviceCopy = {
  drafts: [],
  courses: [],
  packages: [],
  examClips: [],
  frames: [],
  networks: [],
  uses: {},
};

/** As a saved copy holds it. */
export function deviceCopyWrite(device: DeviceCopy): object {
  return { version: VERSION, ...device, packages: device.packages.map(copiedPackageWrite) };
}

const formSchema = z.object({
  version: countSchema.check(z.gte(1)),
  drafts: z.array(z.unknown()),
  courses: z.array(z.unknown()),
  // Copies of before say nothing of them.
  packages: z.optional(z.array(z.unknown())),
  examClips: z.array(z.unknown()),
  frames: z.array(z.unknown()),
  networks: z.array(z.unknown()),
  uses: z.record(z.string(), z.unknown()),
});

/**
 * Reads what a saved copy holds of a device, record by record: those that are unsound are left out and counted. Null where
 * the copy says nothing of it, as copies of before do.
 *
 * @param packageRead reads a package, `copiedPackageRead`: with it comes all that reads scenarios
 * @throws CodedError `copy_newer` where a newer version saved it, `copy_unsound` where it is nothing of that kind
 */
export function deviceCopyRead(
  given: unknown,
  packageRead: (given: unknown) => InstalledPackage | null,
): { readonly device: DeviceCopy; readonly ignored: number } | null {
  if (given === undefined) return null;
  if ((storedTake(z.object({ version: countSchema }), given)?.version ?? 0) > VERSION) {
    throw new CodedError('copy_newer', { code: 'copyNewer' });
  }
  const form = storedTake(formSchema, given);
  if (form === null) throw new CodedError('copy_unsound', { code: 'copyUnsound' });
  let ignored = 0;
  const soundBy = <T>(take: (one: unknown) => T | null, all: readonly unknown[]): readonly T[] => {
    const read = all.flatMap((one) => take(one) ?? []);
    ignored += all.length - read.length;
    return read;
  };
  const sound = <T>(schema: StoredSchema<T>, all: readonly unknown[]): readonly T[] =>
    soundBy((one) => storedTake(schema, one), all);
  const device = {
    drafts: sound(draftSchema, form.drafts),
    courses: sound(courseDraftSchema, form.courses),
    packages: soundBy(packageRead, form.packages ?? []),
    examClips: sound(examClipSchema, form.examClips),
    frames: sound(labelledFrameSchema, form.frames),
    networks: sound(adaptedNetworkSchema, form.networks),
  };
  const known = new Set(device.networks.map(({ id }) => id));
  const uses = Object.entries(form.uses).filter(
    (use): use is [string, string] => bindingRead(use[0]) !== null && known.has(use[1] as string),
  );
  return { device: { ...device, uses: Object.fromEntries(uses) }, ignored };
}
