import { useId } from 'preact/hooks';

/** A control of the scanner in one line: name, range and value. */
export function Knob({
  label,
  value,
  least,
  most,
  step,
  show,
  keys,
  onChange,
  onRest,
}: {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  /** The value in words, e.g. `12 cm`. */
  readonly show: string;
  /** As `aria-keyshortcuts` has them. */
  readonly keys?: string;
  readonly onChange: (value: number) => void;
  /** Told when the control is let go. */
  readonly onRest?: (value: number) => void;
}) {
  const id = useId();
  return (
    <div class="knob">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="range"
        min={least}
        max={most}
        step={step}
        value={value}
        aria-valuetext={show}
        {...(keys === undefined ? {} : { 'aria-keyshortcuts': keys })}
        onInput={(event) => onChange(event.currentTarget.valueAsNumber)}
        onChange={(event) => onRest?.(event.currentTarget.valueAsNumber)}
      />
      <span class="knob-value figures" aria-hidden="true">
        {show}
      </span>
    </div>
  );
}
