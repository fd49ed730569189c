import { useSignal } from '@preact/signals';
import type { Scenario } from '../../domain/scenario/scenario.ts';
import { SIMULATED, type SimulatedPlay } from '../../parts/simulated/simulated-play.ts';
import { useWork } from '../../ui/use-work.ts';
import { say } from '../../ui/words/say.ts';
import { faultText } from './fault-text.ts';
import { simulatedRun } from './simulated-run.ts';
import { stepName } from './step-name.ts';

/** What simulated learners score in each step of the draft, by one button. */
export function SimulatedView({ scenario }: { readonly scenario: Scenario | null }) {
  const { work, isBusy } = useWork();
  const told = useSignal<{ readonly of: Scenario; readonly played: SimulatedPlay } | null>(null);
  const shown = told.value !== null && told.value.of === scenario ? told.value.played : null;
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
            work(say('studio.simulated.failed'), async ({ signal }) => {
              if (scenario === null) return;
              told.value = { of: scenario, played: await simulatedRun(scenario, signal) };
            })
          }
        >
          {say(isBusy.value ? 'studio.simulated.busy' : 'studio.simulated.start')}
        </button>
      </div>
      {scenario !== null && shown !== null && <SimulatedTable scenario={scenario} played={shown} />}
    </div>
  );
}

function SimulatedTable({
  scenario,
  played,
}: {
  readonly scenario: Scenario;
  readonly played: SimulatedPlay;
}) {
  const { steps, scores, faults } = played;
  const numberOf = (id: string): number => scenario.steps.findIndex((step) => step.id === id);
  return (
    <>
      {steps.length === 0 && <p role="status">{say('studio.simulated.none')}</p>}
      {steps.length > 0 && (
        <table class="findings-table" data-testid="simulated">
          <thead>
            <tr>
              <th scope="col">{say('studio.simulated.step')}</th>
              {SIMULATED.map((one) => (
                <th key={one} scope="col">
                  {say(`studio.simulated.${one}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {steps.map(({ stepId, scores: of }) => (
              <tr key={stepId}>
                <th scope="row">{stepName(scenario, numberOf(stepId))}</th>
                {SIMULATED.map((one) => (
                  <td key={one}>{scoreText(of[one])}</td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">{say('studio.simulated.whole')}</th>
              {SIMULATED.map((one) => (
                <td key={one}>
                  <strong>{scoreText(scores[one])}</strong>
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      )}
      {faults.length > 0 && (
        <section class="stack">
          <p>{say('studio.fault.heading')}</p>
          <ul class="stack">
            {faults.map((fault) => (
              <li key={JSON.stringify(fault)} class="studio-problem">
                {say('studio.fault.at', {
                  step: stepName(scenario, numberOf(fault.stepId)),
                  sentence: faultText(fault),
                })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function scoreText(score: number | null): string {
  return score === null ? '–' : say('studio.simulated.score', { score: Math.round(score) });
}
