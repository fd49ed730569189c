import { useId } from 'preact/hooks';

/** A labelled range input that shows its value. */
export function Slider({
  label,
  value,
  min,
  max,
  step,
  show,
  onChange,
}: {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** The value in words, e.g. `3.5 mm`. */
  readonly show: string;
  readonly onChange: (value: number) => void;
}) {
  const id = useId();
  return (
    <div class="slider">
      <label for={id}>{label}</label>
      <span class="slider-value" aria-hidden="true">
        {show}
      </span>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={show}
        onInput={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
    </div>
  );
}
