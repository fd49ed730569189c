import { type InstalledPackage, packageCourse } from '../../domain/package/installed-package.ts';
import { textIn } from '../../domain/package/package-manifest.ts';
import { packageNameOf, packageNameRead } from '../../domain/package/package-scenario-id.ts';
import { courseTitle } from '../../ui/sentences/course-title.ts';
import { wordsLanguage } from '../../ui/words/say.ts';

/** What a course of a package is for, as its author said; empty where nobody did, and for shipped ones. */
export function courseSummaryOf(course: string, packages: readonly InstalledPackage[]): string {
  for (const from of packages) {
    const summary = packageCourse(from, course)?.summary;
    if (summary !== undefined) return textIn(summary, wordsLanguage());
  }
  return '';
}

/** The title of a shipped course, or of one that a package brings: as its author gave it, else that of the package. */
export function courseTitleOf(course: string, packages: readonly InstalledPackage[]): string {
  const own = packageNameRead(course);
  if (own === null) return courseTitle(course);
  const from = packages.find(({ id }) => packageNameOf(id, own.name) === course);
  if (from === undefined) return courseTitle(own.name);
  return textIn(packageCourse(from, course)?.title ?? from.title, wordsLanguage());
}
