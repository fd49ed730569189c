import type { Network } from '../../parts/network/network.ts';
import { NetworkProgress } from '../../parts/player/overlay-control.tsx';
import { Panel } from '../../ui/panel.tsx';

/** While something is awaited that the learner can see the reason of. */
export function WaitPanel({
  title,
  network,
  onLeave,
}: {
  readonly title: string;
  /** Given where the network is what is waited for. */
  readonly network: Network | null;
  readonly onLeave: () => void;
}) {
  return (
    <Panel
      label="Please wait"
      actions={
        <button type="button" class="button" onClick={onLeave}>
          Leave
        </button>
      }
    >
      <h2>{title}</h2>
      {network !== null && <NetworkProgress network={network.state.value} onRetry={() => network.retry()} />}
    </Panel>
  );
}
