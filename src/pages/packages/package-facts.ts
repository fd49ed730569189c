import type { PackageManifest } from '../../domain/package/package-manifest.ts';
import { dateText } from '../../parts/opening/clip-text.ts';
import { LANGUAGE_NAMES } from '../../ui/words/language.ts';
import { say } from '../../ui/words/say.ts';

interface Counts {
  readonly scenarios: number;
  readonly languages: readonly string[];
  readonly clips: number;
  /** Of all parts; null where that is not known. */
  readonly bytes: number | null;
}

/** What is told of a package, a line each. */
export function packageFacts(
  { author, licence, madeOn, revision }: Pick<PackageManifest, 'author' | 'licence' | 'madeOn' | 'revision'>,
  { scenarios, languages, clips, bytes }: Counts,
): readonly string[] {
  const holds = [
    say('packages.scenarios', { count: scenarios }),
    ...(clips === 0 ? [] : [say('packages.clips', { count: clips })]),
    ...(bytes === null
      ? []
      : [say('packages.megabytes', { megabytes: Math.max(0.1, Math.round(bytes / 1e5) / 10) })]),
  ];
  return [
    author.trim() === '' ? say('packages.byNobody') : say('packages.by', { author }),
    licence.trim() === '' ? say('packages.licenceNone') : say('packages.licence', { licence }),
    say('packages.made', { date: dateText(Date.parse(`${madeOn}T12:00`)), revision }),
    holds.join(', '),
    say('packages.languages', { languages: languages.map(languageName).join(', ') }),
  ];
}

function languageName(language: string): string {
  return (LANGUAGE_NAMES as Readonly<Record<string, string>>)[language] ?? language;
}
