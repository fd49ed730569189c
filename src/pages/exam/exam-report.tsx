import { ITEM_COUNT } from '../../domain/assessment/blueprint.ts';
import { PASS_RIGHT } from '../../domain/assessment/standard.ts';
import { Icon } from '../../ui/icon.tsx';
import { Page } from '../../ui/page.tsx';
import { routeHref } from '../../ui/route.ts';
import { skillName } from '../../ui/sentences/skill-name.ts';
import { say } from '../../ui/words/say.ts';
import { CertificateForm } from './certificate-form.tsx';
import { ExamItem } from './exam-item.tsx';
import { reportIsCertified, type SittingReport } from './sitting-report.ts';

/** How an exam went: the score against the standard, the certificate or what to practise, and each item with its key. */
export function ExamReport({
  report,
  isRead,
  problem,
}: {
  /** Null where there is none, or not yet. */
  readonly report: SittingReport | null;
  readonly isRead: boolean;
  readonly problem: string | null;
}) {
  if (report === null) {
    return (
      <Page title={say('rounds.exam.title')}>
        {problem !== null && (
          <p class="inline-alert" role="alert">
            {say('exam.past.unread', { reason: problem })}
          </p>
        )}
        {isRead && <p>{say('exam.report.missing')}</p>}
        <p>
          <a class="button" href={routeHref({ page: 'exam', sitting: null })}>
            {say('exam.report.back')}
          </a>
        </p>
      </Page>
    );
  }
  const { assessment, attempt } = report;
  return (
    <Page title={say('exam.report.title', { at: attempt.atMs })}>
      <div class="stack">
        <p class="exam-score" data-testid="exam-score" data-passed={assessment.isPassed}>
          {say('exam.report.right', { right: assessment.right, items: ITEM_COUNT })}
        </p>
        <p>{verdictSay(report)}</p>
        {reportIsCertified(report) ? (
          <CertificateForm report={report} />
        ) : (
          !assessment.isPassed && <PractiseNext report={report} />
        )}
        <h2>{say('exam.items.heading')}</h2>
        <ol class="exam-items">
          {assessment.items.map((item, i) => (
            <li key={item.imageId}>
              <ExamItem item={item} number={i + 1} scenario={report.scenario} />
            </li>
          ))}
        </ol>
        <p>
          <a class="button" href={routeHref({ page: 'exam', sitting: null })}>
            {say('exam.report.another')}
          </a>
        </p>
      </div>
    </Page>
  );
}

function verdictSay({ assessment: { isWhole, isPassed }, isSeen }: SittingReport): string {
  if (!isWhole) return say('exam.report.unwhole');
  if (isSeen) return say('exam.report.seen');
  const standard = { pass: PASS_RIGHT, items: ITEM_COUNT };
  return isPassed ? say('exam.report.passed', standard) : say('exam.report.failed', standard);
}

function PractiseNext({ report: { assessment } }: { readonly report: SittingReport }) {
  const open = assessment.items.filter(({ standing }) => standing !== 'right' && standing !== 'unscored');
  const skills = [...new Set(open.map(({ item }) => item.skill))];
  if (skills.length === 0) return null;
  return (
    <section class="card stack">
      <h2>{say('exam.report.practise')}</h2>
      <ul class="exam-rules">
        {skills.map((skill) => (
          <li key={skill}>{skillName(skill)}</li>
        ))}
      </ul>
      <p>
        <a class="button button-primary" href={routeHref({ page: 'round' })}>
          <Icon name="play" />
          {say('exam.report.round')}
        </a>
      </p>
    </section>
  );
}
