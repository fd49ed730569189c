import { useEffect, useRef } from 'preact/hooks';
import type { Clip } from '../../adapters/clip/clip.ts';
import type { Sector } from '../../domain/geometry/sector.ts';
import { sectorPath } from '../../parts/outline/sector-path.ts';
import { say } from '../../ui/words/say.ts';

/** Lines of the hatching on the longer side of the picture. */
const HATCHES = 60;

/** The first picture with all that will not be kept hatched over. */
export function RemovedPicture({ clip, sector }: { readonly clip: Clip; readonly sector: Sector }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height } = clip;
  useEffect(() => {
    if (canvas.current !== null) clip.previewPaint(canvas.current);
  }, [clip]);
  const gap = Math.max(width, height) / HATCHES;
  const outside = `M0 0H${width}V${height}H0Z${sectorPath(sector)}`;
  return (
    <div class="clip-picture">
      <canvas ref={canvas} role="img" aria-label={say('library.import.firstPicture')} />
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={say('library.import.removedPicture')}
        data-testid="removed-picture"
      >
        <title>{say('library.import.removedTitle')}</title>
        <defs>
          <pattern
            id="removed-hatch"
            width={gap}
            height={gap}
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect class="removed-ground" width={gap} height={gap} />
            <rect class="removed-line" width={gap / 4} height={gap} />
          </pattern>
        </defs>
        <path d={outside} fill="url(#removed-hatch)" fill-rule="evenodd" />
        <path class="clip-outline" d={sectorPath(sector)} />
      </svg>
    </div>
  );
}
