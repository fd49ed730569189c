import { useSignal } from '@preact/signals';
import type { Scenario } from '../../domain/scenario/scenario.ts';
import { useServices } from '../../parts/services.ts';
import { useWork } from '../../ui/use-work.ts';
import { say } from '../../ui/words/say.ts';
import { SIMULATED, type SimulatedScores, simulatedMark } from './simulated-learners.ts';

/** What simulated learners would score for their marks, by one button. */
export function SimulatedView({ scenario }: { readonly scenario: Scenario | null }) {
  const { records, phantomSource } = useServices();
  const { work, isBusy } = useWork();
  const told = useSignal<{ readonly of: Scenario; readonly scores: readonly SimulatedScores[] } | null>(null);
  const shown = told.value !== null && told.value.of === scenario ? told.value.scores : null;
  return (
    <div class="stack">
      <h3>{say('studio.simulated.heading')}</h3>
      <p class="soft">{say('studio.simulated.lead')}</p>
      <div>
        <button
          type="button"
          class="button"
          disabled={scenario === null || isBusy.value}
          onClick={() =>
            work(say('studio.simulated.failed'), async () => {
              if (scenario === null) return;
              told.value = {
                of: scenario,
                scores: await simulatedMark(scenario, { records, phantomSource }),
              };
            })
          }
        >
          {say(isBusy.value ? 'studio.simulated.busy' : 'studio.simulated.start')}
        </button>
      </div>
      {shown !== null && shown.length === 0 && <p role="status">{say('studio.simulated.none')}</p>}
      {shown !== null && shown.length > 0 && (
        <table class="findings-table" data-testid="simulated">
          <thead>
            <tr>
              <th scope="col">{say('studio.simulated.image')}</th>
              {SIMULATED.map((one) => (
                <th key={one} scope="col">
                  {say(`studio.simulated.${one}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ step, image, scores }) => (
              <tr key={`${step} ${image}`}>
                <th scope="row">{image + 1}</th>
                {SIMULATED.map((one) => {
                  const score = scores[one];
                  return <td key={one}>{score === null ? '–' : Math.round(score)}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
