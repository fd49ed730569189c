import { useEffect, useRef } from 'preact/hooks';
import { MARKABLE_FINDINGS } from '../../domain/findings/finding.ts';
import { classSet } from '../../domain/frame/components.ts';
import type { Frame, Mask } from '../../domain/frame/frame.ts';
import { sectorCrop } from '../../domain/frame/sector-crop.ts';
import { framePart } from '../../parts/picture/picture-layout.ts';
import { framePaint } from '../../scanner/frame-paint.ts';
import { maskOverlay } from '../../scanner/mask-overlay.ts';
import { say } from '../../ui/words/say.ts';

/** A frame with all that a mask says of it. */
export function ComparedPicture({
  frame,
  mask,
  caption,
}: {
  readonly frame: Frame;
  readonly mask: Mask;
  readonly caption: string;
}) {
  const image = useRef<HTMLCanvasElement>(null);
  const overlay = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const crop = sectorCrop(frame.sector, frame.width, frame.height);
    if (image.current !== null) framePaint(image.current, framePart(frame, crop));
    if (overlay.current === null) return;
    const part = sectorCrop(mask.sector, mask.width, mask.height);
    maskOverlay(overlay.current, mask, part, MARKABLE_FINDINGS);
  }, [frame, mask]);
  const names = MARKABLE_FINDINGS.filter((finding) => classSet(mask, finding).includes(1)).map((finding) =>
    say(`findings.${finding}.name`),
  );
  const told =
    names.length === 0
      ? say('adapt.result.pictureNothing', { whose: caption })
      : say('adapt.result.pictureOf', { whose: caption, names });
  return (
    <figure class="answered-picture">
      <div class="answered-picture-image" role="img" aria-label={told}>
        <canvas ref={image} />
        <canvas ref={overlay} />
      </div>
      <figcaption>{caption}</figcaption>
    </figure>
  );
}
