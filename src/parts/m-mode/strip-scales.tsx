import { useId } from 'preact/hooks';
import { Choice } from '../../ui/choice.tsx';
import type { LookedAt } from './looked-at.ts';
import { DEPTH_LIMITS_CM, type Limits, numberWithin, TIME_LIMITS, type TimeSaid } from './strip-time.ts';

/** What depths of a strip rest on: typed here, the image's scale or only its set depth, or nothing yet. */
export type DepthOrigin = 'typed' | 'known' | 'set' | 'none';

const ORIGIN_TEXT: Readonly<Record<DepthOrigin, string>> = {
  typed: 'Depths count from the top of the strip.',
  known:
    "Depths are at the image's scale, since the strip lies beside it, and count from the probe. Where your machine draws the strip at another scale, set its depth.",
  set: 'Depths follow the imaging depth that is set beside the picture, and count from the probe. Where your machine draws the strip at another scale, set its depth.',
  none: 'Read from the scale beside the strip how deep it reaches.',
};

const TIME_TEXT: Readonly<Record<TimeSaid, { readonly choice: string; readonly label: string }>> = {
  width: { choice: 'Whole strip', label: 'Time that the strip shows, s' },
  pixel: { choice: 'One pixel', label: 'Time of one pixel, ms' },
};

/** How much time and depth the strip shows. */
export function StripScales({
  look,
  origin,
  onChange,
}: {
  readonly look: LookedAt;
  readonly origin: DepthOrigin;
  readonly onChange: (changed: Partial<LookedAt>) => void;
}) {
  const { timeSaid, timeText, depthText } = look;
  return (
    <>
      <fieldset class="picker">
        <legend>Time is given for</legend>
        <div class="panel-foot-row">
          {(['width', 'pixel'] as const).map((said) => (
            <Choice
              key={said}
              name="m-mode-time"
              value={said}
              isChosen={timeSaid === said}
              onPick={() => onChange({ timeSaid: said, timeText: '' })}
            >
              {TIME_TEXT[said].choice}
            </Choice>
          ))}
        </div>
      </fieldset>
      <NumberField
        label={TIME_TEXT[timeSaid].label}
        text={timeText}
        limits={TIME_LIMITS[timeSaid]}
        help="Read it from the time marks under the strip, or from the sweep that your machine shows."
        onText={(text) => onChange({ timeText: text })}
      />
      <NumberField
        label="Depth from the strip's top to its bottom, cm"
        text={depthText}
        limits={DEPTH_LIMITS_CM}
        help={ORIGIN_TEXT[origin]}
        onText={(text) => onChange({ depthText: text })}
      />
      <p class="small soft">
        Only depth and time are measured here; nothing is said of what the strip shows.
      </p>
    </>
  );
}

/** A number with its limits, which are said where it is beyond them. */
function NumberField({
  label,
  text,
  limits,
  help,
  onText,
}: {
  readonly label: string;
  readonly text: string;
  readonly limits: Limits;
  readonly help: string;
  readonly onText: (text: string) => void;
}) {
  const id = useId();
  const isWrong = text !== '' && numberWithin(text, limits) === null;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="number"
        inputMode="decimal"
        step="any"
        min={limits.least}
        max={limits.most}
        value={text}
        aria-invalid={isWrong}
        aria-describedby={`${id}-help`}
        onInput={(event) => onText(event.currentTarget.value)}
      />
      <p id={`${id}-help`} class={isWrong ? 'inline-alert' : 'small soft'}>
        {isWrong ? `Give a number from ${limits.least} to ${limits.most}.` : help}
      </p>
    </div>
  );
}
