import { ITEM_COUNT } from '../../domain/assessment/blueprint.ts';
import { FALSE_FAIL_PERCENT, FALSE_PASS_PERCENT, PASS_RIGHT } from '../../domain/assessment/standard.ts';
import { EXTRA_TIMES } from '../../domain/assessment/time-limits.ts';
import { useServices } from '../../parts/services.ts';
import { assessmentId, assessmentRead, assessmentScenario } from '../../parts/session/assessment.ts';
import { Choice } from '../../ui/choice.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Page } from '../../ui/page.tsx';
import { routeGo, routeHref } from '../../ui/route.ts';
import { settings, settingsChange } from '../../ui/settings.ts';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { say } from '../../ui/words/say.ts';
import { CertificateCheck } from './certificate-check.tsx';
import type { SittingReport } from './sitting-report.ts';

/** What the exam is, the time for it, and the way in. */
export function ExamStart({
  reports,
  problem,
}: {
  /** Null until they are read. */
  readonly reports: readonly SittingReport[] | null;
  readonly problem: string | null;
}) {
  const { session } = useServices();
  const { extraTime } = settings.value;
  const open = useSnapshot(session).context.places.find(
    ({ scenarioId }) => assessmentRead(scenarioId) !== null,
  );
  const begin = (): void => {
    const [seed = 0] = crypto.getRandomValues(new Uint32Array(1));
    routeGo({ page: 'play', scenario: assessmentId({ seed, extra: extraTime }) });
  };
  return (
    <Page title={say('rounds.exam.title')}>
      <div class="stack">
        <p>{say('exam.start.lead', { items: ITEM_COUNT })}</p>
        <ul class="exam-rules">
          <li>{say('exam.start.rules.answers')}</li>
          <li>{say('exam.start.rules.normals')}</li>
          <li>{timeRule(extraTime)}</li>
          <li>{say('exam.start.rules.clock')}</li>
          <li>{say('exam.start.rules.form')}</li>
          <li>
            {say('exam.start.rules.standard', {
              pass: PASS_RIGHT,
              items: ITEM_COUNT,
              falsePass: FALSE_PASS_PERCENT,
              falseFail: FALSE_FAIL_PERCENT,
            })}
          </li>
        </ul>
        <p class="key-note">{say('exam.start.honest')}</p>
        <fieldset class="exam-extra">
          <legend>{say('exam.start.extra.legend')}</legend>
          <div class="exam-extra-choices">
            {EXTRA_TIMES.map((percent) => (
              <Choice
                key={percent}
                name="extra"
                value={String(percent)}
                isChosen={percent === extraTime}
                onPick={() => settingsChange({ extraTime: percent })}
              >
                {percent === 0 ? say('exam.start.extra.none') : say('exam.start.extra.percent', { percent })}
              </Choice>
            ))}
          </div>
          <p class="small soft">{say('exam.start.extra.why')}</p>
        </fieldset>
        {open !== undefined && (
          <>
            <p>{say('exam.start.open')}</p>
            <p>
              <a
                class="button button-primary button-large"
                href={routeHref({ page: 'play', scenario: open.scenarioId })}
              >
                <Icon name="play" />
                {say('exam.start.goOn')}
              </a>
            </p>
          </>
        )}
        <p>
          <button
            type="button"
            class={open === undefined ? 'button button-primary button-large' : 'button'}
            onClick={begin}
          >
            <Icon name="play" />
            {say('exam.start.begin')}
          </button>
        </p>
        <section class="card stack">
          <h2>{say('exam.past.heading')}</h2>
          {problem !== null && (
            <p class="inline-alert" role="alert">
              {say('exam.past.unread', { reason: problem })}
            </p>
          )}
          {reports !== null && reports.length === 0 && <p>{say('exam.past.none')}</p>}
          {reports !== null && reports.length > 0 && (
            <ul class="stack">
              {reports.map((report) => (
                <li key={report.attempt.id}>
                  <PastExam report={report} />
                </li>
              ))}
            </ul>
          )}
        </section>
        <CertificateCheck />
      </div>
    </Page>
  );
}

function PastExam({ report: { attempt, assessment } }: { readonly report: SittingReport }) {
  const { items, right, isPassed } = assessment;
  return (
    <>
      <a href={routeHref({ page: 'exam', sitting: attempt.scenarioId })}>
        {say('exam.past.entry', { at: attempt.atMs, right, items: items.length })}
      </a>
      {', '}
      {say(isPassed ? 'exam.past.passed' : 'exam.past.failed')}
    </>
  );
}

/** The limits as they are with the extra time; every form has the same. */
function timeRule(extra: (typeof EXTRA_TIMES)[number]): string {
  const { limits, steps } = assessmentScenario({ seed: 0, extra });
  const limitOf = (kind: 'mark' | 'm_mode' | 'question' | 'observe'): number =>
    limits?.stepS[steps.find((step) => step.kind === kind)?.id ?? ''] ?? 0;
  return say('exam.start.rules.time', {
    minutes: (limits?.totalS ?? 0) / 60,
    mark: limitOf('mark'),
    mMode: limitOf('m_mode'),
    question: limitOf('question'),
    observe: limitOf('observe'),
  });
}
