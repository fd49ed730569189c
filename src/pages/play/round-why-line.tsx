import type { ScenarioStep } from '../../domain/scenario/scenario.ts';
import { useServices } from '../../parts/services.ts';
import { roundWhy } from '../../parts/session/round-why.ts';
import { useSnapshot } from '../../ui/use-snapshot.ts';

/** Why an image is in the round that is played, beside the first that is done with it; nothing anywhere else. */
export function RoundWhyLine({ step }: { readonly step: Pick<ScenarioStep, 'id' | 'imageId'> }) {
  const { session } = useServices();
  const { scenario } = useSnapshot(session).context;
  const why = scenario === null ? null : roundWhy(scenario, step);
  return why === null ? null : <p class="small soft">{why}</p>;
}
