import type { Texts } from '../package/package-manifest.ts';
import type { PackageWhole } from '../package/package-whole.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { CourseDraft } from './course-draft.ts';
import type { Draft } from './draft.ts';
import { draftCheck } from './draft-check.ts';
import { draftEdit } from './draft-edit.ts';
import { dayOf, draftTexts, scenarioClips } from './draft-package.ts';

/** The name of the course in its package: a title may change, and what learners did stays under this. */
const COURSE = 'course';
/** Digits of a draft's id that tell its scenario from another one of the same name. */
const TELLING_DIGITS = 4;

/** Why a course cannot be handed out. */
export type CourseFault =
  | { readonly kind: 'untitled' | 'empty' }
  /** A draft that is not on this device any more, or one that cannot be played. */
  | { readonly kind: 'gone' | 'unsound'; readonly draft: string };

/** A draft of a course, in its place. */
export interface CourseMember {
  readonly id: string;
  /** Null where it is gone. */
  readonly draft: Draft | null;
  /** Null where it cannot be played. */
  readonly scenario: Scenario | null;
}

/** The drafts of a course in their order, checked. */
export function courseMembers(
  { drafts }: Pick<CourseDraft, 'drafts'>,
  kept: readonly Draft[],
): readonly CourseMember[] {
  return drafts.map((id) => {
    const draft = kept.find((one) => one.id === id) ?? null;
    return { id, draft, scenario: draft === null ? null : draftCheck(draft.text).scenario };
  });
}

/** All that keeps a course from being handed out, in the order of the form; none where it can be. */
export function courseFaults(
  { titles, language }: Pick<CourseDraft, 'titles' | 'language'>,
  members: readonly CourseMember[],
): readonly CourseFault[] {
  return [
    ...((titles[language] ?? '').trim() === '' ? [{ kind: 'untitled' } as const] : []),
    ...(members.length === 0 ? [{ kind: 'empty' } as const] : []),
    ...members.flatMap(({ id, draft, scenario }): readonly CourseFault[] => {
      if (draft === null) return [{ kind: 'gone', draft: id }];
      return scenario === null ? [{ kind: 'unsound', draft: id }] : [];
    }),
  ];
}

/**
 * A course as a package: its scenarios, each in its place as a lesson of the course, with their clips. Two of one name are
 * told apart by their drafts.
 *
 * @param members without faults
 */
export function coursePackageWhole(
  course: CourseDraft,
  members: readonly CourseMember[],
  nowMs: number,
): PackageWhole {
  const sound = members.flatMap(({ draft, scenario }) =>
    draft === null || scenario === null ? [] : [{ draft, scenario }],
  );
  const names = sound.map(({ scenario }) => scenario.id);
  const title = textsWritten(course.titles);
  const summary = textsWritten(course.summaries);
  const texts = sound.map(({ draft, scenario: { id } }, at) => {
    const isShared = names.filter((name) => name === id).length > 1;
    const name = isShared ? `${id.slice(0, 50)}-${draft.id.slice(0, TELLING_DIGITS)}` : id;
    const edits = [
      ...(isShared ? [{ path: ['id'], value: name }] : []),
      { path: ['course'], value: COURSE },
      { path: ['lesson'], value: at + 1 },
    ];
    return draftTexts({ ...draft, text: draftEdit(draft.text, edits) }, name);
  });
  return {
    id: course.id,
    revision: course.revision,
    title,
    language: course.language,
    author: course.author.trim(),
    licence: course.licence.trim(),
    madeOn: dayOf(nowMs),
    courses: [{ id: COURSE, title, ...(Object.keys(summary).length > 0 && { summary }) }],
    texts: Object.assign({}, ...texts),
    clips: scenarioClips(sound.map(({ scenario }) => scenario)),
  };
}

function textsWritten(texts: Texts): Texts {
  const written = Object.entries(texts).map(([language, text = '']) => [language, text.trim()]);
  return Object.fromEntries(written.filter(([, text]) => text !== ''));
}
