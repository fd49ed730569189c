import { nearbyNames } from '../../domain/package/nearby-list.ts';
import { PackageError } from '../../domain/package/package-error.ts';

/** The folder beside the game in which whoever hosts it lays packages, with a list of them. */
const FOLDER = 'packages/';
const LIST = 'index.json';

/** A package that lies beside the game. */
export interface NearbyPackage {
  /** Of the file, without its end. */
  readonly name: string;
  readonly address: string;
}

/** The packages that lie beside the game; none where there is no list, or no connection. */
export async function packagesNearby(base: string): Promise<readonly NearbyPackage[]> {
  try {
    const answer = await fetch(new URL(FOLDER + LIST, base), { cache: 'no-cache' });
    // A host that knows no such folder may answer with its first page.
    if (!answer.ok || !(answer.headers.get('content-type') ?? '').includes('json')) return [];
    return nearbyNames(await answer.json()).map((file) => ({
      name: file.slice(0, file.lastIndexOf('.')),
      address: new URL(FOLDER + file, base).href,
    }));
  } catch {
    return [];
  }
}

/** Whether a package's address is of the place from which the page comes: the page reaches no other. */
export function packageIsNear(address: string, base: string): boolean {
  try {
    return new URL(address, base).origin === new URL(base).origin;
  } catch {
    return false;
  }
}

/** Fetches a package of the page's own place. @throws PackageError `packageNotFetched` */
export async function packageFetch(address: string, base: string, signal: AbortSignal): Promise<Blob> {
  try {
    const answer = await fetch(new URL(address, base), { signal });
    if (answer.ok) return await answer.blob();
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new PackageError({ code: 'packageNotFetched', address }, { cause });
  }
  throw new PackageError({ code: 'packageNotFetched', address });
}
