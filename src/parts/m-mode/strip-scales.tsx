import { useId } from 'preact/hooks';
import { Choice } from '../../ui/choice.tsx';
import { say } from '../../ui/words/say.ts';
import type { LookedAt } from './looked-at.ts';
import { DEPTH_LIMITS_CM, type Limits, TIME_LIMITS, typedNumber } from './strip-time.ts';

/** The source of depths of a strip: typed here, the image's scale or only its set depth, or nothing yet. */
export type DepthOrigin = 'typed' | 'known' | 'set' | 'none';

/** The time and depth that the strip shows. */
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
        <legend>{say('mMode.scales.timeFor')}</legend>
        <div class="panel-foot-row">
          {(['width', 'pixel'] as const).map((said) => (
            <Choice
              key={said}
              name="m-mode-time"
              value={said}
              isChosen={timeSaid === said}
              onPick={() => onChange({ timeSaid: said, timeText: '' })}
            >
              {say(`mMode.scales.${said}.choice`)}
            </Choice>
          ))}
        </div>
      </fieldset>
      <NumberField
        label={say(`mMode.scales.${timeSaid}.label`)}
        text={timeText}
        limits={TIME_LIMITS[timeSaid]}
        help={say('mMode.scales.timeHelp')}
        onText={(text) => onChange({ timeText: text })}
      />
      <NumberField
        label={say('mMode.scales.depth')}
        text={depthText}
        limits={DEPTH_LIMITS_CM}
        help={say(`mMode.scales.origin.${origin}`)}
        onText={(text) => onChange({ depthText: text })}
      />
      <p class="small soft">{say('mMode.scales.note')}</p>
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
  const isWrong = text !== '' && typedNumber(text, limits) === null;
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
        {isWrong ? say('mMode.scales.range', { least: limits.least, most: limits.most }) : help}
      </p>
    </div>
  );
}
