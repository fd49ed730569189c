import type { InstalledPackage } from '../domain/package/installed-package.ts';

/** Keeps packages on this device, for all who learn here. */
export interface PackageStore {
  /** In the order in which they were installed; those that cannot be read are left out. */
  list(): Promise<readonly InstalledPackage[]>;
  /** Takes the place of one of the same id. Rejects with the fact `packagesNotKept` where the browser keeps nothing. */
  save(one: InstalledPackage): Promise<void>;
  remove(id: string): Promise<void>;
  /** Leaves nothing. */
  eraseAll(): Promise<void>;
}
