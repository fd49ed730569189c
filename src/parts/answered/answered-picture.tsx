import { useEffect, useRef } from 'preact/hooks';
import type { MarkableFinding } from '../../domain/findings/finding.ts';
import { classSet } from '../../domain/frame/components.ts';
import type { Frame, Mask } from '../../domain/frame/frame.ts';
import { sectorCrop } from '../../domain/frame/sector-crop.ts';
import { framePaint } from '../../scanner/frame-paint.ts';
import { maskOverlay } from '../../scanner/mask-overlay.ts';
import { say } from '../../ui/words/say.ts';
import { framePart } from '../picture/picture-layout.ts';

/** A frozen image with classes of a mask painted over it. */
export function AnsweredPicture({
  frame,
  mask,
  findings,
  caption,
  told,
}: {
  readonly frame: Frame;
  readonly mask: Mask;
  /** Classes that are painted, as far as the mask has them. */
  readonly findings: readonly MarkableFinding[];
  readonly caption: string;
  /** What the picture shows, for who does not see it; `names` are the findings in it, of which there may be none. */
  readonly told: (names: readonly string[]) => string;
}) {
  const image = useRef<HTMLCanvasElement>(null);
  const overlay = useRef<HTMLCanvasElement>(null);
  const there = findings.filter((finding) => classSet(mask, finding).includes(1));
  useEffect(() => {
    const crop = sectorCrop(frame.sector, frame.width, frame.height);
    if (image.current !== null) framePaint(image.current, framePart(frame, crop));
    if (overlay.current === null) return;
    maskOverlay(overlay.current, mask, sectorCrop(mask.sector, mask.width, mask.height), findings);
  }, [frame, mask, findings]);
  const names = there.map((finding) => say(`findings.${finding}.name`));
  return (
    <figure class="answered-picture">
      <div class="answered-picture-image" role="img" aria-label={told(names)}>
        <canvas ref={image} />
        <canvas ref={overlay} />
      </div>
      <figcaption>{caption}</figcaption>
    </figure>
  );
}
