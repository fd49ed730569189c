import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import {
  type DrillRun,
  drillRunBest,
  drillRunOf,
  drillSecondsTold,
} from '../../domain/learning/drill-run.ts';
import { useServices } from '../../parts/services.ts';
import type { Drill } from '../../parts/session/drill.ts';
import { say } from '../../ui/words/say.ts';
import { drillStepsOf } from './drill-runs.ts';

/** A run against the learner's own best of the same drill, and the one before it. */
export function DrillBest({
  drill,
  run,
  isSaved,
}: {
  readonly drill: Drill;
  readonly run: DrillRun;
  readonly isSaved: boolean;
}) {
  const { store } = useServices();
  const runs = useSignal<readonly DrillRun[] | null>(null);
  useEffect(() => {
    if (!isSaved) return;
    store
      .then((opened) => opened.attemptsList())
      .then(({ attempts }) => {
        runs.value = drillStepsOf(attempts, drill).map(drillRunOf);
      })
      // Without the runs before there is nothing to compare with.
      .catch((error: unknown) => console.warn(error));
  }, [store, drill, isSaved]);
  // The newest is this one.
  const [, last] = runs.value ?? [];
  const best = drillRunBest((runs.value ?? []).slice(1));
  const told = ({ seconds, ...counted }: DrillRun) => ({ ...counted, seconds: drillSecondsTold(seconds) });
  const time = <p>{say('play.result.drillTime', { seconds: drillSecondsTold(run.seconds) })}</p>;
  if (best === null || last === undefined) return time;
  const isBest = drillRunBest([best, run]) === run;
  return (
    <>
      {time}
      <p>
        <strong>{isBest ? say('play.result.drillNewBest') : say('play.result.drillBest', told(best))}</strong>{' '}
        {say('play.result.drillLast', told(last))}
      </p>
    </>
  );
}
