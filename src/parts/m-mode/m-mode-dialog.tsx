import '../../ui/style/m-mode.css';
import { type Signal, useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Clip } from '../../adapters/clip/clip.ts';
import { depthScaleOver, depthScaleShared } from '../../sector/m-mode-scale.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { say } from '../../ui/words/say.ts';
import { type OutlineActor, outlineGuess, outlineSector } from '../outline/machine/outline.ts';
import type { LookedAt } from './looked-at.ts';
import { StripPointing } from './strip-pointing.tsx';
import { StripReading } from './strip-reading.tsx';
import { type DepthOrigin, StripScales } from './strip-scales.tsx';
import { DEPTH_LIMITS_CM, secondsPerPx, typedNumber } from './strip-time.ts';
import { StripView } from './strip-view.tsx';

/** The first picture's strip of M-mode with its scales, to be measured on. */
export function MModeDialog({
  clip,
  outline,
  look,
  onClose,
}: {
  readonly clip: Clip;
  readonly outline: OutlineActor;
  readonly look: Signal<LookedAt>;
  readonly onClose: () => void;
}) {
  const snapshot = useSnapshot(outline);
  const isPointing = useSignal(false);
  const picture = useMemo(() => {
    const canvas = document.createElement('canvas');
    clip.previewPaint(canvas);
    return canvas;
  }, [clip]);
  const change = (changed: Partial<LookedAt>): void => {
    look.value = { ...look.value, ...changed };
  };
  const { strip, timeSaid, timeText, depthText, caliper } = look.value;
  if (strip === null || isPointing.value) {
    return (
      <Dialog title={say('mMode.where')} isWide onClose={onClose}>
        <StripPointing
          picture={picture}
          strip={strip}
          onUse={(shown) => {
            change({ strip: shown });
            isPointing.value = false;
          }}
        />
      </Dialog>
    );
  }
  const sector = outlineSector(snapshot) ?? outlineGuess(snapshot);
  const shared = sector && depthScaleShared(strip, sector);
  const depthCm = typedNumber(depthText, DEPTH_LIMITS_CM);
  const depth = depthCm === null ? shared : depthScaleOver(strip, 10 * depthCm);
  const origin: DepthOrigin =
    depthCm !== null ? 'typed' : shared === null ? 'none' : snapshot.context.scale === null ? 'set' : 'known';
  const sPerPx = secondsPerPx(timeSaid, timeText, strip.width);
  return (
    <Dialog title={say('mMode.title')} isWide onClose={onClose}>
      <div class="m-mode-look">
        <StripView
          picture={picture}
          strip={strip}
          depth={depth}
          sPerPx={sPerPx}
          caliper={caliper}
          onCaliper={(moved) => change({ caliper: moved })}
        />
        <div class="m-mode-side">
          <StripReading caliper={caliper} mmPerPx={depth?.mmPerPx ?? null} sPerPx={sPerPx} />
          <StripScales look={look.value} origin={origin} onChange={change} />
          <button
            type="button"
            class="button button-quiet"
            onClick={() => {
              isPointing.value = true;
            }}
          >
            <Icon name="target" />
            {say('mMode.correct')}
          </button>
        </div>
      </div>
    </Dialog>
  );
}
