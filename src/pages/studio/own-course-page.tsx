import '../../ui/style/studio.css';
import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { SUMMARY_LENGTH, textIn } from '../../domain/package/package-manifest.ts';
import { coursePackageWhole } from '../../domain/studio/course-package.ts';
import type { Draft } from '../../domain/studio/draft.ts';
import { scenarioClips } from '../../domain/studio/draft-package.ts';
import { useServices } from '../../parts/services.ts';
import { Icon } from '../../ui/icon.tsx';
import { noticeError } from '../../ui/notices.ts';
import { usePageTitle } from '../../ui/page.tsx';
import { routeHref } from '../../ui/route.ts';
import { errorSentence } from '../../ui/sentences/error-sentence.ts';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../../ui/words/language.ts';
import { say } from '../../ui/words/say.ts';
import { type CourseEditor, courseEditorCreate } from './course-editor.ts';
import { CourseMembers } from './course-members.tsx';
import { courseTitle } from './course-title.ts';
import { draftTitle } from './draft-title.ts';
import { HandOutForm } from './hand-out-form.tsx';
import { UndoRedo } from './undo-redo.tsx';

/** A course of one's own: its words, its drafts in their order, and handing it out. */
export function OwnCoursePage({ id }: { readonly id: string }) {
  const { drafts } = useServices();
  const opened = useSignal<{ readonly editor: CourseEditor; readonly drafts: readonly Draft[] } | null>(null);
  const problem = useSignal<string | null>(null);
  useEffect(() => {
    const open = async (): Promise<void> => {
      const [course, all] = await Promise.all([drafts.courses.read(id), drafts.list()]);
      if (course === null) {
        problem.value = say('ownCourse.gone');
        return;
      }
      const fail = (error: unknown): void => noticeError(error, say('ownCourse.notKept'));
      const editor = courseEditorCreate(drafts.courses.save, course, all, () => Date.now(), fail);
      opened.value = { editor, drafts: all };
    };
    open().catch((error: unknown) => {
      problem.value = errorSentence(error, say('ownCourse.unread'));
    });
  }, [drafts, id]);
  return (
    <div class="page studio">
      <a class="bar-link back-link" href={routeHref({ page: 'studio', draft: null })}>
        <Icon name="back" />
        {say('studio.title')}
      </a>
      {opened.value !== null ? (
        <CourseView {...opened.value} />
      ) : (
        <>
          <h1>{say('ownCourse.heading')}</h1>
          {problem.value === null ? (
            <p class="soft">{say('ownCourse.opening')}</p>
          ) : (
            <p class="inline-alert" role="alert">
              {problem.value}
            </p>
          )}
        </>
      )}
    </div>
  );
}

function CourseView({
  editor,
  drafts,
}: {
  readonly editor: CourseEditor;
  readonly drafts: readonly Draft[];
}) {
  const course = editor.course.value;
  const title = courseTitle(course);
  usePageTitle(title);
  const isReady = editor.faults.value.length === 0;
  const scenarios = editor.members.value.flatMap(({ scenario }) => scenario ?? []);
  // The language in which it was begun comes first: in it a title has to be there.
  const languages = [...LANGUAGES].sort(
    (a, b) => Number(b === course.language) - Number(a === course.language),
  );
  return (
    <div class="stack">
      <h1>{title}</h1>
      <div class="studio-bar">
        <UndoRedo editor={editor} />
        <span class="soft small" role="status" data-testid="studio-state">
          {say(`studio.keeping.${editor.keeping.value}`)}
        </span>
      </div>
      <h2>{say('ownCourse.texts')}</h2>
      <div class="studio-two">
        {languages.map((language) => (
          <CourseTexts key={language} editor={editor} language={language} />
        ))}
      </div>
      <CourseMembers editor={editor} drafts={drafts} />
      <CourseFaults editor={editor} drafts={drafts} />
      <HandOutForm
        lead={say('ownCourse.out')}
        out={{
          isReady,
          author: course.author,
          licence: course.licence,
          title: textIn(course.titles, course.language),
          clips: scenarioClips(scenarios),
          onAbout: editor.aboutSet,
          async wholeMake() {
            editor.aboutSet({ revision: editor.course.peek().revision + 1 });
            await editor.kept();
            return coursePackageWhole(editor.course.peek(), editor.members.peek(), Date.now());
          },
        }}
      />
    </div>
  );
}

/** Title and summary in one language. */
function CourseTexts({ editor, language }: { readonly editor: CourseEditor; readonly language: Language }) {
  const id = useId();
  const { titles, summaries } = editor.history.value.now;
  const { language: first } = editor.course.value;
  const named = { language: LANGUAGE_NAMES[language] };
  const optional = language === first ? '' : ` ${say('ownCourse.optional')}`;
  return (
    <div class="stack">
      <div class="field">
        <label for={`${id}-title`}>{say('ownCourse.titleIn', named)}</label>
        <input
          id={`${id}-title`}
          type="text"
          lang={language}
          maxLength={TITLE_LENGTH}
          value={titles[language] ?? ''}
          aria-describedby={`${id}-title-help`}
          onInput={({ currentTarget }) =>
            editor.edit({ titles: { ...titles, [language]: currentTarget.value } }, `title/${language}`)
          }
        />
        <p id={`${id}-title-help`} class="soft small">
          {say('ownCourse.titleHelp')}
          {optional}
        </p>
      </div>
      <div class="field">
        <label for={`${id}-summary`}>{say('ownCourse.summaryIn', named)}</label>
        <textarea
          id={`${id}-summary`}
          rows={3}
          lang={language}
          maxLength={SUMMARY_LENGTH}
          value={summaries[language] ?? ''}
          aria-describedby={`${id}-summary-help`}
          onInput={({ currentTarget }) =>
            editor.edit(
              { summaries: { ...summaries, [language]: currentTarget.value } },
              `summary/${language}`,
            )
          }
        />
        <p id={`${id}-summary-help`} class="soft small">
          {say('ownCourse.summaryHelp')}
        </p>
      </div>
    </div>
  );
}

/** As long as a package takes it. */
const TITLE_LENGTH = 200;

/** What keeps the course from being handed out, with the ways to mend it. */
function CourseFaults({
  editor,
  drafts,
}: {
  readonly editor: CourseEditor;
  readonly drafts: readonly Draft[];
}) {
  const faults = editor.faults.value;
  if (faults.length === 0) return <p role="status">{say('ownCourse.ready')}</p>;
  const { language } = editor.course.value;
  const named = { language: LANGUAGE_NAMES[language as Language] ?? language };
  return (
    <section
      class="card stack course-faults"
      aria-label={say('ownCourse.faults.heading')}
      data-testid="course-faults"
    >
      <h3>{say('ownCourse.faults.heading')}</h3>
      <ul>
        {faults.map((fault) => {
          if (!('draft' in fault)) {
            return <li key={fault.kind}>{say(`ownCourse.faults.${fault.kind}`, named)}</li>;
          }
          const draft = drafts.find(({ id }) => id === fault.draft);
          if (fault.kind === 'gone' || draft === undefined) {
            return <li key={fault.draft}>{say('ownCourse.faults.gone')}</li>;
          }
          return (
            <li key={fault.draft}>
              {say('ownCourse.faults.unsound', { title: draftTitle(draft) })}{' '}
              <a href={routeHref({ page: 'studio', draft: fault.draft })}>{say('ownCourse.faults.mend')}</a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
