import type { AdaptedNetwork } from '../../src/domain/adaptation/adapted-network.ts';
import type { DiceScores } from '../../src/domain/adaptation/dice-scores.ts';
import { sha256Hex } from '../../src/domain/digest/sha256.ts';
import { MARKABLE_FINDINGS } from '../../src/domain/findings/finding.ts';
import {
  type InstalledPackage,
  installedPackageSchema,
  packageInstalled,
} from '../../src/domain/package/installed-package.ts';
import { packageScenariosCheck } from '../../src/domain/package/package-scenarios.ts';
import { storedTake } from '../../src/domain/stored/stored-read.ts';
import type { CourseDraft } from '../../src/domain/studio/course-draft.ts';
import type { Draft } from '../../src/domain/studio/draft.ts';
import { ABOUT, SMALL_SCENARIO, SMALL_SPANISH } from './package-make.ts';

export function draft(id: string): Draft {
  return {
    id,
    text: `title: ${id}`,
    language: 'en',
    changedAtMs: 10,
    revision: 0,
    author: '',
    licence: '',
    versions: [],
  };
}

export function courseDraft(id: string, drafts: readonly string[]): CourseDraft {
  return {
    id,
    language: 'en',
    titles: { en: 'First steps' },
    summaries: {},
    drafts,
    changedAtMs: 10,
    revision: 0,
    author: '',
    licence: '',
  };
}

export const ADAPTED_WEIGHTS = Uint8Array.of(1, 2, 3, 4);

const scores: DiceScores = {
  classes: Object.fromEntries(MARKABLE_FINDINGS.map((finding) => [finding, 0.5])) as DiceScores['classes'],
  mean: 0.5,
};

/** A network's record; its weights are four bytes that compute nothing. */
export const ADAPTED: AdaptedNetwork = {
  id: '77770000-0000-4000-8000-000000000007',
  name: 'Ours',
  keptAtMs: 1,
  from: 'here',
  sha256: sha256Hex(ADAPTED_WEIGHTS),
  facts: {
    parent: 'a'.repeat(64),
    frames: 20,
    exams: 10,
    steps: 100,
    held: { frames: 6, exams: 3, before: scores, after: scores },
  },
};

export const PACKAGE_TEXTS = {
  'scenarios/small.yaml': SMALL_SCENARIO,
  'scenarios/small.es.yaml': SMALL_SPANISH,
};

/** A package as a device keeps it. */
export function installed(
  about: Partial<typeof ABOUT> = {},
  clips: readonly string[] = [],
): InstalledPackage {
  const manifest = { ...ABOUT, ...about, files: [] };
  const scenarios = packageScenariosCheck(manifest, PACKAGE_TEXTS);
  const made = packageInstalled({ manifest, texts: PACKAGE_TEXTS, scenarios, clips }, clips, 1000);
  return storedTake(installedPackageSchema, made)!;
}
