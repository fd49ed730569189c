import { MARKABLE_FINDINGS, type MarkableFinding, PAPER_FINDINGS } from '../../domain/findings/finding.ts';
import type { Grade } from '../../domain/grading/grade.ts';
import { Legend } from '../components/legend.tsx';
import { RevealLegend } from '../components/reveal-legend.tsx';
import type { Network } from '../network.ts';
import type { Stage } from '../stage.ts';

/** Below the screen: what the colours mean, and how fast the network is. */
export function StageFoot({
  stage,
  network,
  marked,
  revealed,
}: {
  readonly stage: Stage;
  readonly network: Network;
  /** The classes of a frozen image's marks; empty while it runs. */
  readonly marked: readonly MarkableFinding[];
  /** The grade whose hits, misses and extras are shown; null while none is. */
  readonly revealed: Grade | null;
}) {
  const isOverlay = stage.isLive.value && stage.isOverlayOn.value;
  const findings = isOverlay ? PAPER_FINDINGS : MARKABLE_FINDINGS.filter((one) => marked.includes(one));
  return (
    <div class="stage-foot">
      {findings.length > 0 && <Legend findings={findings} />}
      {revealed !== null && (
        <RevealLegend
          hasNeutral={revealed.neutral.classes.some((value) => value > 0)}
          hasUnsure={revealed.unsure.classes.some((value) => value > 0)}
        />
      )}
      {isOverlay && <Meter network={network} />}
    </div>
  );
}

function Meter({ network }: { readonly network: Network }) {
  const pace = network.pace.value;
  const state = network.state.value;
  if (state.kind !== 'ready' || pace === null) return null;
  return (
    <span class="stage-meter" data-testid="network-meter">
      Network {Math.round(pace.fps)} fps, {pace.latencyMs.toFixed(0)} ms, {state.info.backend}
    </span>
  );
}
