import { randomUUID } from 'node:crypto';
import type { PackageCourse, PackageManifest } from '../../domain/package/package-manifest.ts';
import { CommandError } from '../shared/command.ts';

/** What was given on the command line. */
export interface PackageAbout {
  readonly title?: string | undefined;
  readonly author?: string | undefined;
  readonly licence?: string | undefined;
  readonly language?: string | undefined;
  /** Each as ID=TITLE. */
  readonly course?: readonly string[] | undefined;
}

/** Everything in a manifest but its files: as given, else as the revision before had it. */
export function packageAbout({
  about,
  before,
  courses,
  today,
}: {
  readonly about: PackageAbout;
  readonly before: PackageManifest | null;
  /** Ids of the courses of its scenarios. */
  readonly courses: readonly string[];
  readonly today: Date;
}): Omit<PackageManifest, 'files'> {
  const language = about.language ?? before?.language ?? 'en';
  const title = about.title ?? before?.title[language];
  if (title === undefined) throw new CommandError('no-title', 'Give the package a title: --title TEXT.');
  return {
    id: before?.id ?? randomUUID(),
    revision: (before?.revision ?? 0) + 1,
    title: { ...before?.title, [language]: title },
    language,
    author: about.author ?? before?.author ?? '',
    licence: about.licence ?? before?.licence ?? '',
    madeOn: today.toISOString().slice(0, 10),
    courses: coursesOf(about.course ?? [], before, courses, language),
  };
}

function coursesOf(
  given: readonly string[],
  before: PackageManifest | null,
  ids: readonly string[],
  language: string,
): readonly PackageCourse[] {
  const titles = new Map(
    given.map((text) => {
      const at = text.indexOf('=');
      const id = text.slice(0, Math.max(0, at));
      if (!ids.includes(id)) {
        throw new CommandError(
          'bad-course',
          `--course is ID=TITLE, with an ID of ${ids.join(', ')}: not "${text}".`,
        );
      }
      return [id, text.slice(at + 1)] as const;
    }),
  );
  return ids.flatMap((id) => {
    const old = before?.courses.find((course) => course.id === id);
    const title = titles.get(id);
    if (title === undefined) return old === undefined ? [] : [old];
    return [{ ...old, id, title: { ...old?.title, [language]: title } }];
  });
}
