import type { PackageManifest } from '../package/package-manifest.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** What a course system says of a package: what its only course is for, else what its scenarios are about. */
export function courseSummary(
  { courses, language }: Pick<PackageManifest, 'courses' | 'language'>,
  scenarios: readonly Pick<Scenario, 'summary'>[],
): string {
  const [course, another] = courses;
  const said = another === undefined ? course?.summary?.[language] : undefined;
  return said ?? scenarios.map(({ summary }) => summary).join(' ');
}
