import type { Ref } from 'preact';
import type { Scenario } from '../../domain/scenario/scenario.ts';
import { MedicineSources } from '../../parts/medicine/sources.tsx';
import { statementWorks } from '../../parts/medicine/works.ts';
import { Icon } from '../../ui/icon.tsx';
import { routeHref } from '../../ui/route.ts';
import { TermText } from '../../ui/text.tsx';
import { say } from '../../ui/words/say.ts';
import { ControlField } from './control-field.tsx';
import type { Lesson, LessonStep, PairStep } from './lesson.ts';
import type { LessonEvent, LessonProgress } from './lesson-progress.ts';

/** With no line ending between a number and its unit. */
function unitsKept(text: string): string {
  return text.replaceAll(/(\d) (?=(?:%|cm|mm|dB|MHz)(?!\w))/g, '$1\u00a0');
}

/** One step: what to do, the control or the two pictures to do it with, and the answer once it is done. */
export function StepPanel({
  heading,
  lesson,
  step,
  progress,
  send,
}: {
  readonly heading: Ref<HTMLHeadingElement>;
  readonly lesson: Lesson;
  readonly step: LessonStep;
  readonly progress: LessonProgress;
  readonly send: (event: LessonEvent) => void;
}) {
  const isDone = progress.done[progress.step] === true;
  return (
    <section class="card lesson-step" aria-label={say('lesson.step.label')}>
      <h2 ref={heading} tabIndex={-1} class="lesson-count">
        {say('lesson.step.count', { step: progress.step + 1, steps: lesson.steps.length })}
      </h2>
      <p class="lesson-ask">
        <TermText text={unitsKept(say(step.ask))} />
      </p>
      {step.kind === 'try' ? (
        <ControlField
          id={step.control}
          value={progress.values[step.control]}
          onSet={(control, value) => send({ type: 'set', control, value })}
        />
      ) : (
        <PairChoice step={step} picked={progress.picked[progress.step] ?? null} send={send} />
      )}
      <div class="lesson-answer" aria-live="polite">
        {isDone && (
          <>
            {step.kind === 'pair' && (
              <p class="lesson-verdict" data-right={progress.picked[progress.step] === step.right}>
                {say(
                  progress.picked[progress.step] === step.right ? 'lesson.pair.right' : 'lesson.pair.wrong',
                )}
              </p>
            )}
            <p>
              <TermText text={unitsKept(say(step.answer))} />
            </p>
          </>
        )}
      </div>
      {isDone && <MedicineSources works={statementWorks(step.sources)} />}
      <div class="lesson-ways">
        {progress.step > 0 && (
          <button type="button" class="button button-quiet" onClick={() => send({ type: 'back' })}>
            {say('lesson.step.back')}
          </button>
        )}
        <button
          type="button"
          class={isDone ? 'button button-primary' : 'button'}
          onClick={() => send({ type: 'next' })}
        >
          {say(isDone ? 'lesson.step.next' : 'lesson.step.skip')}
          <Icon name="next" />
        </button>
      </div>
    </section>
  );
}

function PairChoice({
  step,
  picked,
  send,
}: {
  readonly step: PairStep;
  readonly picked: 0 | 1 | null;
  readonly send: (event: LessonEvent) => void;
}) {
  return (
    <div class="lesson-pick">
      {step.pictures.map((picture, i) => (
        <button
          key={picture.name}
          type="button"
          class="button"
          aria-pressed={picked === i}
          disabled={picked !== null}
          onClick={() => send({ type: 'pick', picture: i === 0 ? 0 : 1 })}
        >
          {say(i === 0 ? 'lesson.pair.first' : 'lesson.pair.second')}
        </button>
      ))}
    </div>
  );
}

/** The way on. */
export function LessonEnd({
  heading,
  scenario,
  send,
}: {
  readonly heading: Ref<HTMLHeadingElement>;
  readonly scenario: Pick<Scenario, 'id' | 'title'> | null;
  readonly send: (event: LessonEvent) => void;
}) {
  return (
    <section class="card lesson-step" aria-label={say('lesson.end.title')}>
      <h2 ref={heading} tabIndex={-1}>
        {say('lesson.end.title')}
      </h2>
      <p>{say('lesson.end.text')}</p>
      <div class="lesson-ways">
        <button type="button" class="button button-quiet" onClick={() => send({ type: 'again' })}>
          {say('lesson.end.again')}
        </button>
        {scenario !== null && (
          <a class="button button-primary" href={routeHref({ page: 'play', scenario: scenario.id })}>
            {say('lesson.end.start', { title: scenario.title })}
            <Icon name="next" />
          </a>
        )}
      </div>
    </section>
  );
}
