import { useRef } from 'preact/hooks';
import type { KeyRun } from '../../domain/studio/key-images.ts';
import { keyImagesCount } from '../../domain/studio/key-images.ts';
import { say } from '../../ui/words/say.ts';

/** Each is as high as it is certain, so that colours alone tell nothing; in parts of HEIGHT. */
const HEIGHTS = { drawn: 12, carried: 8, check: 4, none: 0 } as const;
const HEIGHT = 12;

/** The images of the clip over time, and what each is in the key; where one presses, that image is shown. */
export function KeyStrip({
  runs,
  index,
  onIndex,
}: {
  readonly runs: readonly KeyRun[];
  readonly index: number;
  readonly onIndex: (index: number) => void;
}) {
  const track = useRef<HTMLDivElement>(null);
  const counts = keyImagesCount(runs);
  const images = runs.reduce((sum, { count }) => sum + count, 0);
  const seek = ({ clientX }: PointerEvent): void => {
    const box = track.current?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return;
    const at = Math.floor(((clientX - box.left) / box.width) * images);
    onIndex(Math.max(0, Math.min(at, images - 1)));
  };
  return (
    <div class="stack">
      {/* The slider above says and does the same for who cannot press here. */}
      <div class="key-strip" aria-hidden="true" ref={track} onPointerDown={seek}>
        <svg viewBox={`0 0 ${images} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          {runs.map(({ is, first, count }) => (
            <rect
              key={first}
              data-is={is}
              x={first}
              y={HEIGHT - HEIGHTS[is]}
              width={count}
              height={HEIGHTS[is]}
            />
          ))}
        </svg>
        <span class="key-strip-now" style={{ left: `${(100 * (index + 0.5)) / images}%` }} />
      </div>
      <ul class="key-strip-legend small">
        {(['drawn', 'carried', 'check', 'none'] as const).map((is) => (
          <li key={is} data-testid={`key-images-${is}`}>
            <span class="key-strip-swatch" data-is={is} aria-hidden="true" />
            {say(`studio.carry.images.${is}`, { count: counts[is] })}
          </li>
        ))}
      </ul>
    </div>
  );
}
