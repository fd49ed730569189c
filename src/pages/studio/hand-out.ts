import { packagePartPath } from '../../domain/package/package-part.ts';
import type { Scenario } from '../../domain/scenario/scenario.ts';
import type { Draft } from '../../domain/studio/draft.ts';
import { translationIsWhole } from '../../domain/studio/draft-translation.ts';
import type { PackageWhole } from '../../parts/packages/package-save.ts';

/** A draft as a package of one scenario: with the clips that it plays, and the languages in which all of it is said. */
export function draftPackage(draft: Draft, scenario: Scenario, nowMs: number): PackageWhole {
  const { id, course, title, images } = scenario;
  const clips = images.flatMap(({ source }) => (source.kind === 'stored' ? [source.clipId] : []));
  const translations = Object.entries(draft.translations ?? {}).filter(([, text]) =>
    translationIsWhole(draft.text, text),
  );
  const pathOf = (language: string): string => packagePartPath({ kind: 'texts', scenario: id, language });
  const titles = { [draft.language]: title };
  return {
    id: draft.id,
    revision: draft.revision,
    title: titles,
    language: draft.language,
    author: draft.author.trim(),
    licence: draft.licence.trim(),
    madeOn: new Date(nowMs).toISOString().slice(0, 10),
    courses: [{ id: course, title: titles }],
    texts: {
      [packagePartPath({ kind: 'scenario', scenario: id })]: draft.text,
      ...Object.fromEntries(translations.map(([language, text]) => [pathOf(language), text])),
    },
    clips: [...new Set(clips)],
  };
}
