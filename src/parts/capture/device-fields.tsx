import { Rich } from '../../ui/words/rich.tsx';
import { say } from '../../ui/words/say.ts';
import type { CaptureActor } from './machine/capture.ts';
import type { CaptureContext } from './machine/capture-context.ts';
import type { CaptureSize } from './machine/capture-effects.ts';

/** The sizes that capture cards and cameras usually give, largest first. */
const SIZES: readonly CaptureSize[] = [
  { width: 1920, height: 1080 },
  { width: 1280, height: 1024 },
  { width: 1280, height: 720 },
  { width: 1024, height: 768 },
  { width: 800, height: 600 },
  { width: 720, height: 576 },
  { width: 640, height: 480 },
];

/** Which device gives the picture, and how large. */
export function DeviceFields({
  actor,
  context: { devices, deviceId, size, wish },
}: {
  readonly actor: CaptureActor;
  readonly context: CaptureContext;
}) {
  return (
    <>
      <label class="field">
        {say('capture.device')}
        <select
          value={deviceId ?? ''}
          onChange={({ currentTarget }) => actor.send({ type: 'device.pick', deviceId: currentTarget.value })}
        >
          {devices.map(({ id, label }, place) => (
            <option key={id} value={id} selected={id === deviceId}>
              {label || say('capture.cameraNumbered', { number: place + 1 })}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        {say('capture.size')}
        <select
          value={sizeText(wish.size)}
          onChange={({ currentTarget }) =>
            actor.send({
              type: 'size.pick',
              size: SIZES.find((one) => sizeText(one) === currentTarget.value) ?? null,
            })
          }
        >
          <option value={sizeText(null)}>{sizeText(null)}</option>
          {SIZES.map((one) => (
            <option
              key={sizeText(one)}
              value={sizeText(one)}
              selected={sizeText(one) === sizeText(wish.size)}
            >
              {sizeText(one)}
            </option>
          ))}
        </select>
      </label>
      {size !== null && (
        <p class="small soft">
          <Rich
            text={say('capture.gives', { size: sizeText(size) })}
            marks={{ size: (text) => <span data-testid="picture-size">{text}</span> }}
          />
        </p>
      )}
    </>
  );
}

function sizeText(size: CaptureSize | null): string {
  if (size === null) return say('capture.sizeUsual');
  return say('capture.sizeOf', { width: size.width, height: size.height });
}
