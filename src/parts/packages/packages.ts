import { type ReadonlySignal, signal } from '@preact/signals';
import { CodedError } from '../../domain/errors/coded-error.ts';
import {
  type CheckedPackage,
  type InstalledPackage,
  type PackageWay,
  packageInstalled,
  packagesMerge,
} from '../../domain/package/installed-package.ts';
import { PackageError } from '../../domain/package/package-error.ts';
import { packageNameOf } from '../../domain/package/package-scenario-id.ts';
import { InputError } from '../../formats/files/input-error.ts';
import type { PackageStore } from '../../ports/packages.ts';
import type { RecordsOpened } from '../../ports/records.ts';
import type { PackageOpened } from './package-open.ts';

/** How installing is followed. */
export interface PackageTaking {
  /** Told the share of the clips that are done, 0-1. */
  readonly onShare: (share: number) => void;
  /** Aborted, it rejects with an AbortError, and nothing was changed. */
  readonly signal: AbortSignal;
}

/** The packages of this device. Their scenarios are in the game's lists from the next start of the page on. */
export interface Packages {
  /** In the order in which they were installed. */
  readonly list: ReadonlySignal<readonly InstalledPackage[]>;
  /** The one that is here under the name of one that was opened; null where there is none. */
  namesake(opened: Pick<PackageOpened, 'manifest'>): InstalledPackage | null;
  /**
   * Keeps a package with its clips, or nothing of it. `way`: how it comes to its namesake.
   * @throws PackageError
   */
  install(opened: PackageOpened, way: PackageWay, taking: PackageTaking): Promise<InstalledPackage>;
  /** Keeps a package that was checked already, in the place of one of its id; its clips are not its matter. */
  put(one: InstalledPackage): Promise<void>;
  /** Removes a package, and leaves its clips. */
  drop(id: string): Promise<void>;
  /** Removes a package and the clips that it brought, but for those that another package has; attempts stay. */
  remove(id: string): Promise<void>;
}

export interface PackagesInput {
  readonly store: PackageStore;
  /** As they were kept when the page started. */
  readonly kept: readonly InstalledPackage[];
  readonly records: () => Promise<RecordsOpened>;
  readonly now: () => number;
  readonly newId: () => string;
}

export function packagesCreate({ store, kept, records, now, newId }: PackagesInput): Packages {
  const list = signal(kept);
  const namesake: Packages['namesake'] = ({ manifest }) =>
    list.value.find(({ id }) => packageNameOf(id, '') === packageNameOf(manifest.id, '')) ?? null;

  /** Under its own id, or another one where it is to lie beside its namesake or that one only looks like it. */
  const renamed = async (opened: PackageOpened, way: PackageWay): Promise<CheckedPackage> => {
    const here = namesake(opened);
    if (here === null || (here.id === opened.manifest.id && way !== 'beside')) return opened;
    const { packageScenariosCheck } = await import('../../domain/package/package-scenarios.ts');
    const manifest = { ...opened.manifest, id: newId() };
    return { ...opened, manifest, scenarios: packageScenariosCheck(manifest, opened.texts) };
  };

  const put = async (one: InstalledPackage): Promise<void> => {
    await store.save(one);
    list.value = [...list.value.filter(({ id }) => id !== one.id), one];
  };
  const drop = async (id: string): Promise<void> => {
    await store.remove(id);
    list.value = list.value.filter((one) => one.id !== id);
  };

  return {
    list,
    namesake,
    put,
    drop,
    async install(opened, way, { onShare, signal: aborting }) {
      const checked = await renamed(opened, way);
      const before = list.value.find(({ id }) => id === checked.manifest.id) ?? null;
      const brought: string[] = [];
      try {
        for (const [done, id] of opened.clips.entries()) {
          aborting.throwIfAborted();
          onShare(done / opened.clips.length);
          if (await clipTaken(await records(), opened, id)) brought.push(id);
        }
        aborting.throwIfAborted();
        const fresh = packageInstalled(checked, brought, now());
        const whole = joined(before, fresh, way);
        await put(whole);
        return whole;
      } catch (error) {
        for (const id of brought) await (await records()).clipRemove(id);
        throw error;
      }
    },
    async remove(id) {
      const gone = list.value.find((one) => one.id === id);
      await drop(id);
      const needed = new Set(list.value.flatMap(({ clips }) => clips));
      const orphans = (gone?.clipsBrought ?? []).filter((clip) => !needed.has(clip));
      for (const clip of orphans) await (await records()).clipRemove(clip);
    },
  };
}

/** A replaced one leaves nothing but its clips, which go when the new one does. */
function joined(before: InstalledPackage | null, fresh: InstalledPackage, way: PackageWay): InstalledPackage {
  if (before === null) return fresh;
  if (way === 'merge') return packagesMerge(before, fresh);
  return { ...fresh, clipsBrought: [...new Set([...fresh.clipsBrought, ...before.clipsBrought])] };
}

/** Keeps a clip of a package; whether it was not here yet. */
async function clipTaken(records: RecordsOpened, opened: PackageOpened, id: string): Promise<boolean> {
  try {
    return await records.clipTake(id, await opened.clipParts(id));
  } catch (cause) {
    const isDamaged = cause instanceof CodedError && cause.code === 'clip_damaged';
    if (!isDamaged && !(cause instanceof InputError)) throw cause;
    throw new PackageError({ code: 'packageClipDamaged', path: `clips/${id}` }, { cause });
  }
}
