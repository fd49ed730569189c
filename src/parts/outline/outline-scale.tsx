import type { ScaleOrigin } from '../../domain/geometry/sector-scale.ts';
import { Icon } from '../../ui/icon.tsx';
import { Slider } from '../../ui/slider.tsx';
import { type OutlineActor, type OutlineSnapshot, outlineGuess, outlineSector } from './machine/outline.ts';
import { DEPTH_MM } from './machine/outline-context.ts';
import { SCALE_MARKS, SCALE_MM } from './machine/outline-scale.ts';

/** What millimetres rest on, in words. */
const ORIGIN_TEXT: Readonly<Record<ScaleOrigin, string>> = {
  dicom: 'The scale is that of the DICOM file.',
  pixel_spacing: 'The scale is the pixel spacing that the DICOM file states: see whether the depth is right.',
  ticks: 'The scale was read from the marks beside the image: see whether the depth is right.',
  given: 'The scale is as you set it.',
  assumed:
    'The depth is a usual one unless you set it: read it from the scale beside the image. Tolerances in millimetres depend on it.',
};

/** How deep the image reaches: known, set by a slider, or by two marks of the scale beside it. */
export function OutlineScale({
  snapshot,
  outline,
}: {
  readonly snapshot: OutlineSnapshot;
  readonly outline: OutlineActor;
}) {
  const { depthMm: depthSet, scale, scaling } = snapshot.context;
  const depthMm = (outlineSector(snapshot) ?? outlineGuess(snapshot))?.depthMm ?? depthSet;
  return (
    <>
      <Slider
        label="Imaging depth"
        value={Math.round(depthMm / 5) * 5}
        min={DEPTH_MM.min}
        max={DEPTH_MM.max}
        step={5}
        show={`${(depthMm / 10).toFixed(1)} cm`}
        onChange={(value) => outline.send({ type: 'depth.set', depthMm: value })}
      />
      <p class="small">{ORIGIN_TEXT[scale?.origin ?? 'assumed']}</p>
      {scaling === null ? (
        <button
          type="button"
          class="button button-quiet"
          onClick={() => {
            outline.send({ type: 'scale.begin' });
            document.querySelector<SVGSVGElement>('#outline-picture')?.focus();
          }}
        >
          <Icon name="target" />
          Set it by two marks of the scale
        </button>
      ) : (
        <>
          <p class="small" role="status">
            {scaling.marks.length < SCALE_MARKS
              ? 'Press two marks of the depth scale beside the image, far apart.'
              : 'The marks can be dragged. Say how far they lie apart.'}
          </p>
          <Slider
            label="Between the two marks"
            value={scaling.distanceMm}
            min={SCALE_MM.min}
            max={SCALE_MM.max}
            step={SCALE_MM.step}
            show={`${(scaling.distanceMm / 10).toFixed(1)} cm`}
            onChange={(distanceMm) => outline.send({ type: 'scale.distance', distanceMm })}
          />
          <button type="button" class="button" onClick={() => outline.send({ type: 'scale.end' })}>
            <Icon name="check" />
            Done with the scale
          </button>
        </>
      )}
    </>
  );
}
