import * as z from 'zod/mini';
import { sha256Hex } from '../digest/sha256.ts';
import { UUID } from '../digest/uuid.ts';
import {
  type InstalledPackage,
  installedPackageSchema,
  packageInstalled,
} from '../package/installed-package.ts';
import { packageDirectory } from '../package/package-directory.ts';
import { PackageError } from '../package/package-error.ts';
import { packageManifestRead } from '../package/package-manifest.ts';
import { packageScenariosCheck } from '../package/package-scenarios.ts';
import { storedTake } from '../stored/stored-read.ts';
import { listSchema, objectSchema, timeSchema } from '../stored/values.ts';

const uuids = listSchema(z.string().check(z.regex(UUID)));

const copied = objectSchema({
  manifest: z.string(),
  texts: z.record(z.string(), z.string()),
  clips: uuids,
  clipsBrought: uuids,
  installedAtMs: timeSchema,
});

/**
 * Reads a package of a saved copy by the rule of one that is opened from its file: manifest, sizes, hashes, and every scenario
 * in every language. Null where it is unsound; the game's lists are made from its texts anew.
 */
export function copiedPackageRead(given: unknown): InstalledPackage | null {
  const read = storedTake(copied, given);
  if (read === null) return null;
  const { texts, clips, clipsBrought, installedAtMs } = read;
  try {
    const manifest = packageManifestRead(read.manifest);
    const lying = Object.entries(texts).map(([path, text]) => ({
      path,
      content: new TextEncoder().encode(text),
    }));
    const listed = packageDirectory(
      lying.map(({ path, content }) => ({ path, bytes: content.length })),
      manifest.files,
    );
    for (const { part, file, at } of listed) {
      const isText = part.kind === 'scenario' || part.kind === 'texts';
      if (!isText || sha256Hex(lying[at]!.content) !== file.sha256) {
        throw new PackageError({ code: 'packagePartChanged', path: file.path });
      }
    }
    const scenarios = packageScenariosCheck(manifest, texts);
    const known = new Set(clips);
    const brought = clipsBrought.filter((id) => known.has(id));
    // In the order of fields in which one is read that is kept here.
    return storedTake(
      installedPackageSchema,
      packageInstalled({ manifest, texts, scenarios, clips }, brought, installedAtMs),
    );
  } catch (error) {
    if (!(error instanceof PackageError)) throw error;
    console.error(error);
    return null;
  }
}
