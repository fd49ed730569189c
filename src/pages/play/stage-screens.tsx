import type { ComponentChildren } from 'preact';
import { useCallback, useRef } from 'preact/hooks';
import type { ScenarioImage } from '../../domain/scenario/scenario.ts';
import { useImageLayout } from '../../parts/console/image-layout.ts';
import { ImageSpots } from '../../parts/console/image-spots.tsx';
import { ScannerScreen } from '../../parts/player/scanner-screen.tsx';
import { useServices } from '../../parts/services.ts';
import type { SourceFrame } from '../../ports/frame-source.ts';
import type { Scanner } from '../../scanner/scanner.ts';
import { useIsNarrow } from '../../ui/use-narrow.ts';
import { say } from '../../ui/words/say.ts';
import { ImageMarks, MModePanel } from './views-later.ts';

/** The scanner's screen, and the M-mode beside it while there is one. */
export function StageScreens({
  waiting,
  children,
}: {
  /** The text while there is no image. */
  readonly waiting: string | null;
  /** The layers over the screen. */
  readonly children: ComponentChildren;
}) {
  const { stage } = useServices();
  const box = useRef<HTMLDivElement>(null);
  const layout = useImageLayout(stage, box);
  const isNarrow = useIsNarrow();
  const onScanner = useCallback((scanner: Scanner | null) => stage.scannerSet(scanner), [stage]);
  const image = stage.image.value;
  const frozen = stage.frozen.value;
  const mMode = stage.mMode.value;
  const sector = stage.sector.value;
  return (
    <div class="stage" data-m-mode={mMode !== null}>
      <div class="stage-image" ref={box}>
        <ScannerScreen
          label={screenLabel(stage.isLive.value, frozen !== null)}
          waiting={waiting}
          viewer={stage}
          scanner={stage.scanner.value}
          onScanner={onScanner}
          told={image === null ? null : imageTold(image, frozen)}
          frozenIndex={frozen?.index ?? null}
        />
        {mMode !== null && layout !== null && sector !== null && (
          <ImageMarks layout={layout} sector={sector} mLine={mMode.lateral} calipers={[]} cursor={null} />
        )}
        {layout !== null && stage.spots.value.length > 0 && (
          <ImageSpots layout={layout} spots={stage.spots.value} />
        )}
        {children}
      </div>
      {mMode !== null && sector !== null && (
        <MModePanel trace={stage.trace} layout={isNarrow ? null : layout} depthMm={sector.depthMm} />
      )}
    </div>
  );
}

/** The name by which tests and tools know the image; of a scanned patient also where it was cut, and when. */
function imageTold({ source }: ScenarioImage, frozen: SourceFrame | null): string {
  if (source.kind === 'phantom') return JSON.stringify(source.request);
  if (source.kind !== 'patient') return source.kind;
  const { request } = source;
  if (frozen === null) return JSON.stringify({ request });
  return JSON.stringify({ request, shot: { ...frozen.view, timeMs: frozen.frame.timeMs } });
}

function screenLabel(isLive: boolean, isFrozen: boolean): string {
  if (isLive) return say('play.screen.live');
  return say(isFrozen ? 'play.screen.frozen' : 'play.screen.none');
}
