import type { Network } from '../../parts/network/network.ts';
import { NetworkProgress } from '../../parts/player/overlay-control.tsx';
import { Panel } from '../../ui/panel.tsx';
import { say } from '../../ui/words/say.ts';

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
      label={say('play.wait.label')}
      actions={
        <button type="button" class="button" onClick={onLeave}>
          {say('play.leave')}
        </button>
      }
    >
      <h2>{title}</h2>
      {network !== null && <NetworkProgress network={network.state.value} onRetry={() => network.retry()} />}
    </Panel>
  );
}
