import type { ComponentChildren } from 'preact';

/** Side of a swatch's own coordinates. */
export const SWATCH_PX = 20;

/** A small square that shows how something is drawn on the image; the words beside it say what it is. */
export function Swatch({ children }: { readonly children: ComponentChildren }) {
  return (
    <svg
      class="swatch"
      width={SWATCH_PX}
      height={SWATCH_PX}
      viewBox={`0 0 ${SWATCH_PX} ${SWATCH_PX}`}
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}
