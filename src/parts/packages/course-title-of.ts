import { type InstalledPackage, packageCourse } from '../../domain/package/installed-package.ts';
import { textIn } from '../../domain/package/package-manifest.ts';
import { packageNameOf, packageNameRead } from '../../domain/package/package-scenario-id.ts';
import { courseTitle } from '../../ui/sentences/course-title.ts';
import { wordsLanguage } from '../../ui/words/say.ts';

/** The title of a shipped course, or of one that a package brings: as its author gave it, else that of the package. */
export function courseTitleOf(course: string, packages: readonly InstalledPackage[]): string {
  const own = packageNameRead(course);
  if (own === null) return courseTitle(course);
  const from = packages.find(({ id }) => packageNameOf(id, own.name) === course);
  if (from === undefined) return courseTitle(own.name);
  return textIn(packageCourse(from, course)?.title ?? from.title, wordsLanguage());
}
