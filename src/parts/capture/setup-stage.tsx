import { useEffect, useRef } from 'preact/hooks';
import type { Camera } from '../../adapters/camera/client/camera-open.ts';
import type { Sector } from '../../domain/geometry/sector.ts';
import { Icon } from '../../ui/icon.tsx';
import { say } from '../../ui/words/say.ts';
import { OutlinePicture } from '../outline/outline-picture.tsx';
import { sectorPath } from '../outline/sector-path.ts';
import type { CaptureService } from './capture-service.ts';
import { deviceName, livePlace } from './live-text.ts';
import { type CaptureSnapshot, captureOutlineOf } from './machine/capture.ts';

/** The screen while the scanner is set up: its whole picture, and the outline in it. */
export function SetupStage({
  capture,
  snapshot,
}: {
  readonly capture: CaptureService;
  readonly snapshot: CaptureSnapshot;
}) {
  const camera = capture.camera.value;
  const outline = captureOutlineOf(snapshot);
  const place = livePlace(snapshot);
  return (
    <div class="clip-stage" data-testid="setup-stage">
      {camera === null ? (
        <div class="clip-drop live-off" data-fault={place === 'broken'}>
          <Icon name={place === 'broken' ? 'warning' : 'camera'} size={40} />
          <p>{offText(place)}</p>
          <p class="small soft">{say('capture.stage.privacy')}</p>
        </div>
      ) : outline !== null ? (
        <OutlinePicture picture={camera} name={deviceName(camera.label)} outline={outline} />
      ) : (
        <Preview
          camera={camera}
          sector={snapshot.matches({ setup: 'siding' }) ? snapshot.context.outline : null}
        />
      )}
    </div>
  );
}

function offText(place: ReturnType<typeof livePlace>): string {
  if (place === 'opening') return say('capture.stage.opening');
  return say(place === 'broken' ? 'capture.stage.broken' : 'capture.stage.off');
}

/** The device's whole picture, moving, with the outline that was set. */
function Preview({ camera, sector }: { readonly camera: Camera; readonly sector: Sector | null }) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current !== null) camera.previewRun(video.current);
  }, [camera]);
  return (
    <div class="clip-picture live-preview">
      <video
        ref={video}
        muted
        playsInline
        aria-label={say('capture.stage.moving', { name: deviceName(camera.label) })}
      />
      {sector !== null && (
        <svg viewBox={`0 0 ${camera.width} ${camera.height}`} aria-hidden="true">
          <path class="clip-outline" d={sectorPath(sector)} />
          <text class="live-side" x={camera.width * 0.02} y={camera.height * 0.5}>
            {say('capture.side.onLeft')}
          </text>
          <text class="live-side" x={camera.width * 0.98} y={camera.height * 0.5} text-anchor="end">
            {say('capture.side.onRight')}
          </text>
        </svg>
      )}
    </div>
  );
}
