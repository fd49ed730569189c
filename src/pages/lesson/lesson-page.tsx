import '../../ui/style/lesson.css';
import { useEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import { useServices } from '../../parts/services.ts';
import { announce } from '../../ui/announcer.ts';
import { Page } from '../../ui/page.tsx';
import { routeHref } from '../../ui/route.ts';
import { say } from '../../ui/words/say.ts';
import { lessonOf } from './content/lessons.ts';
import { ExamStage } from './exam-stage.tsx';
import type { Lesson } from './lesson.ts';
import { type LessonEvent, type LessonProgress, lessonAfter, lessonBegin } from './lesson-progress.ts';
import { OtherControls } from './other-controls.tsx';
import { PairView } from './pair-view.tsx';
import { PatientStage } from './patient-stage.tsx';
import { scenarioAfter } from './scenario-after.ts';
import { LessonEnd, StepPanel } from './step-panel.tsx';

/** The interactive lesson that opens a course. */
export function LessonPage({ id }: { readonly id: string }) {
  const lesson = lessonOf(id);
  if (lesson === null) {
    return (
      <Page title={say('lesson.unknown.title')}>
        <p>{say('lesson.unknown.text')}</p>
        <a class="button" href={routeHref({ page: 'home' })}>
          {say('lesson.unknown.home')}
        </a>
      </Page>
    );
  }
  return <LessonView key={lesson.id} lesson={lesson} />;
}

/** How long after a control was moved what the image shows is told to a screen reader, ms. */
const TOLD_AFTER_MS = 900;

/** Tells what the image shows once the controls have come to rest. */
function useImageAnnounced(
  values: LessonProgress['values'],
  stage: { readonly current: HTMLElement | null },
) {
  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    const timer = setTimeout(() => {
      const told = stage.current?.querySelector('[data-testid=lesson-told]')?.textContent;
      if (told) announce(told);
    }, TOLD_AFTER_MS);
    return () => clearTimeout(timer);
  }, [values, stage]);
}

function LessonView({ lesson }: { readonly lesson: Lesson }) {
  const { scenarios } = useServices();
  const [progress, send] = useReducer(
    (now: LessonProgress, event: LessonEvent) => lessonAfter(lesson, now, event),
    lesson,
    lessonBegin,
  );
  const [isStill, setStill] = useState(() => matchMedia('(prefers-reduced-motion: reduce)').matches);
  const heading = useRef<HTMLHeadingElement>(null);
  const view = useRef<HTMLDivElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current) isFirst.current = false;
    else heading.current?.focus();
  }, [progress.step]);
  useImageAnnounced(progress.values, view);
  const step = lesson.steps[progress.step];
  const scenario = useMemo(() => scenarioAfter(lesson, scenarios), [lesson, scenarios]);
  return (
    <Page title={say(lesson.title)} isNarrow={false}>
      <p class="lesson-intro">{say(lesson.intro)}</p>
      <div class="lesson" ref={view}>
        {step?.kind === 'pair' ? (
          <PairView key={progress.step} step={step} isAnswered={progress.done[progress.step] === true} />
        ) : lesson.stage.kind === 'exam' ? (
          <ExamStage stage={lesson.stage} values={progress.values} isStill={isStill} onStill={setStill} />
        ) : (
          // Another patient begins with an empty screen.
          <PatientStage
            key={progress.values.condition}
            stage={lesson.stage}
            values={progress.values}
            isStill={isStill}
            onStill={setStill}
          />
        )}
        <div class="lesson-side">
          {step === undefined ? (
            <LessonEnd heading={heading} scenario={scenario} send={send} />
          ) : (
            <StepPanel heading={heading} lesson={lesson} step={step} progress={progress} send={send} />
          )}
          {step?.kind !== 'pair' && (
            <OtherControls
              lesson={lesson}
              shownAbove={step?.kind === 'try' ? step.control : null}
              values={progress.values}
              send={send}
            />
          )}
        </div>
      </div>
    </Page>
  );
}
