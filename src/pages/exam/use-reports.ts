import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useServices } from '../../parts/services.ts';
import { errorSentence } from '../../ui/sentences/error-sentence.ts';
import { say } from '../../ui/words/say.ts';
import { type SittingReport, sittingReports } from './sitting-report.ts';

/** The learner's exams; null until they are read. `problem`: why they could not be, as a sentence. */
export function useReports(): {
  readonly reports: ReadonlySignal<readonly SittingReport[] | null>;
  readonly problem: ReadonlySignal<string | null>;
} {
  const { store, learner } = useServices();
  const reports = useSignal<readonly SittingReport[] | null>(null);
  const problem = useSignal<string | null>(null);
  useEffect(() => {
    Promise.all([store.then((opened) => opened.attemptsList()), learner.read()]).then(
      ([{ attempts }, records]) => {
        reports.value = sittingReports(attempts, records);
      },
      (error: unknown) => {
        problem.value = errorSentence(error, say('shell.settingsUnread'));
      },
    );
  }, [store, learner]);
  return { reports, problem };
}
