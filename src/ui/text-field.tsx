import { useId } from 'preact/hooks';

/** A line of text to fill in, under its label. */
export function TextField({
  label,
  value,
  lengthMax,
  hint,
  isOwnName = false,
  onInput,
}: {
  readonly label: string;
  readonly value: string;
  /** Characters that fit in. */
  readonly lengthMax: number;
  readonly hint?: string;
  /** Whether the name of who sits here is asked for, which the browser may know. */
  readonly isOwnName?: boolean;
  readonly onInput: (value: string) => void;
}) {
  const hintId = useId();
  return (
    <label class="field">
      {label}
      <input
        type="text"
        autoComplete={isOwnName ? 'name' : 'off'}
        maxLength={lengthMax}
        value={value}
        {...(hint === undefined ? {} : { 'aria-describedby': hintId })}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {hint !== undefined && (
        <small class="soft" id={hintId}>
          {hint}
        </small>
      )}
    </label>
  );
}
