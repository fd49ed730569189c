import { MARKABLE_FINDINGS, type MarkableFinding, PAPER_FINDINGS } from '../../domain/findings/finding.ts';
import type { Grade } from '../../domain/grading/grade.ts';
import type { Network } from '../../parts/network/network.ts';
import { Legend } from '../../parts/reveal/legend.tsx';
import { RevealLegend } from '../../parts/reveal/reveal-legend.tsx';
import type { Stage } from '../../parts/session/stage.ts';
import { actionShortcuts } from '../../ui/actions/action-keys.ts';
import { Icon } from '../../ui/icon.tsx';
import { say } from '../../ui/words/say.ts';
import { LOOKING_ACTIONS } from './play-actions.ts';

/** Below the screen: what the colours mean, and how fast the network is. */
export function StageFoot({
  stage,
  network,
  marked,
  revealed,
  isOverlayOffered,
}: {
  readonly stage: Stage;
  readonly network: Network;
  /** The classes of a frozen image's marks; empty while it runs. */
  readonly marked: readonly MarkableFinding[];
  /** The grade whose hits, misses and extras are shown; null while none is. */
  readonly revealed: Grade | null;
  /** Whether the network's overlay can be laid over the frozen image. */
  readonly isOverlayOffered: boolean;
}) {
  const isOverlay = stage.isOverlayOn.value && stage.hasImage.value;
  const findings = isOverlay ? PAPER_FINDINGS : MARKABLE_FINDINGS.filter((one) => marked.includes(one));
  return (
    <div class="stage-foot">
      {isOverlayOffered && network.state.value.kind === 'ready' && (
        <button
          type="button"
          class="button button-small"
          aria-pressed={isOverlay}
          aria-keyshortcuts={actionShortcuts(LOOKING_ACTIONS.overlay)}
          onClick={() => stage.overlaySet(!isOverlay)}
        >
          <Icon name={isOverlay ? 'eyeOff' : 'eye'} size={18} />
          {say(isOverlay ? 'play.foot.overlayHide' : 'play.foot.overlayShow')}
        </button>
      )}
      {findings.length > 0 && <Legend findings={findings} />}
      {revealed !== null && (
        <RevealLegend
          hasNeutral={revealed.neutral.classes.some((value) => value > 0)}
          hasUnsure={revealed.unsure.classes.some((value) => value > 0)}
        />
      )}
      {isOverlay && stage.isLive.value && <Meter network={network} />}
    </div>
  );
}

function Meter({ network }: { readonly network: Network }) {
  const pace = network.pace.value;
  const state = network.state.value;
  if (state.kind !== 'ready' || pace === null) return null;
  return (
    <span class="stage-meter" data-testid="network-meter">
      {say('play.foot.meter', {
        fps: Math.round(pace.fps),
        ms: pace.latencyMs,
        backend: state.info.backend,
      })}
    </span>
  );
}
