import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { drillAnswered, drillTimes } from '../../domain/learning/drill-run.ts';
import { useServices } from '../../parts/services.ts';
import { type Drill, drillRead } from '../../parts/session/drill.ts';
import type { ScenarioContext } from '../../parts/session/machine/scenario-context.ts';
import { say } from '../../ui/words/say.ts';
import { drillStepsOf } from './drill-runs.ts';

/**
 * How far one is in a drill, over how far one was at this time in the run before. Only seen: those who hear it are told how
 * the runs compare at the end.
 */
export function DrillGhost({ context }: { readonly context: ScenarioContext }) {
  const drill = drillRead(context.scenario.id)?.drill ?? null;
  return drill === null ? null : <Ghost drill={drill} context={context} />;
}

function Ghost({ drill, context }: { readonly drill: Drill; readonly context: ScenarioContext }) {
  const { store } = useServices();
  const times = useSignal<readonly number[]>([]);
  useEffect(() => {
    store
      .then((opened) => opened.attemptsList())
      .then(({ attempts }) => {
        const [last] = drillStepsOf(attempts, drill);
        times.value = last === undefined ? [] : drillTimes(last);
      })
      // Without the run before there is nothing to go beside.
      .catch((error: unknown) => console.warn(error));
  }, [store, drill]);
  const { scenario, results, seenS, isAnswered } = context;
  const count = scenario.images.length;
  const answered = Object.values(results);
  const before = drillTimes(answered).at(-1) ?? 0;
  // The answer that is being looked at took the seconds that are counted already.
  const seconds = before + (isAnswered ? 0 : seenS);
  const isBeside = times.value.length > 0;
  return (
    <>
      <div class="drill-ghost" aria-hidden="true">
        <span class="drill-ghost-own" style={{ width: `${(100 * answered.length) / count}%` }} />
        {isBeside && (
          <span
            class="drill-ghost-last"
            style={{ left: `${(100 * drillAnswered(times.value, seconds)) / count}%` }}
          />
        )}
      </div>
      {isBeside && !isAnswered && (
        <span class="drill-ghost-legend" aria-hidden="true">
          {say('play.ghost')}
        </span>
      )}
    </>
  );
}
