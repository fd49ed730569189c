import { ExamReport } from './exam-report.tsx';
import { ExamStart } from './exam-start.tsx';
import { useReports } from './use-reports.ts';

/** The exam: its rules and its start, or the report of one. */
export function ExamPage({ sitting }: { readonly sitting: string | null }) {
  const { reports, problem } = useReports();
  if (sitting === null) return <ExamStart reports={reports.value} problem={problem.value} />;
  const report = reports.value?.find(({ attempt }) => attempt.scenarioId === sitting);
  return (
    <ExamReport
      key={sitting}
      report={report ?? null}
      isRead={reports.value !== null}
      problem={problem.value}
    />
  );
}
