import type { ComponentChildren } from 'preact';

/** One of several that exclude each other: a radio button with a face that is easy to hit. */
export function Choice({
  name,
  value,
  isChosen,
  onPick,
  title,
  faceClass = '',
  children,
}: {
  /** The same for all that exclude each other. */
  readonly name: string;
  readonly value: string;
  readonly isChosen: boolean;
  readonly onPick: () => void;
  readonly title?: string;
  readonly faceClass?: string;
  readonly children: ComponentChildren;
}) {
  return (
    <label class="choice" title={title}>
      <input type="radio" name={name} value={value} checked={isChosen} onChange={onPick} />
      <span class={`choice-face ${faceClass}`}>{children}</span>
    </label>
  );
}
