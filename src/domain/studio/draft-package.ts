import { packagePartPath } from '../package/package-part.ts';
import type { PackageTexts } from '../package/package-scenarios.ts';
import type { PackageWhole } from '../package/package-whole.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Draft } from './draft.ts';
import { translationIsWhole } from './draft-translation.ts';

/** A draft as a package of one scenario: with the clips that it plays, and the languages in which all of it is said. */
export function draftPackage(draft: Draft, scenario: Scenario, nowMs: number): PackageWhole {
  const titles = { [draft.language]: scenario.title };
  return {
    id: draft.id,
    revision: draft.revision,
    title: titles,
    language: draft.language,
    author: draft.author.trim(),
    licence: draft.licence.trim(),
    madeOn: dayOf(nowMs),
    courses: [{ id: scenario.course, title: titles }],
    texts: draftTexts(draft, scenario.id),
    clips: scenarioClips([scenario]),
  };
}

/** The texts of a sound draft by their paths in a package, under the name that its scenario has there. */
export function draftTexts(draft: Pick<Draft, 'text' | 'translations'>, name: string): PackageTexts {
  const translations = Object.entries(draft.translations ?? {})
    .filter(([, text]) => translationIsWhole(draft.text, text))
    .map(([language, text]) => [packagePartPath({ kind: 'texts', scenario: name, language }), text]);
  return {
    [packagePartPath({ kind: 'scenario', scenario: name })]: draft.text,
    ...Object.fromEntries(translations),
  };
}

/** Ids of the kept clips that scenarios play, each once. */
export function scenarioClips(scenarios: readonly Pick<Scenario, 'images'>[]): readonly string[] {
  const clips = scenarios.flatMap(({ images }) =>
    images.flatMap(({ source }) => (source.kind === 'stored' ? [source.clipId] : [])),
  );
  return [...new Set(clips)];
}

/** As 2026-11-30. */
export function dayOf(nowMs: number): string {
  return new Date(nowMs).toISOString().slice(0, 10);
}
