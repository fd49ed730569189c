import type { ComponentChildren } from 'preact';
import { REVEAL_COLOURS } from '../../game/ink.ts';

/** How hits, misses and extras are drawn on the image: filled, dashed round nothing, hatched. */
export function RevealLegend() {
  return (
    <ul class="legend" aria-label="Your marks on the image">
      <li>
        <Swatch>
          <rect
            x="1"
            y="1"
            width="18"
            height="18"
            rx="3"
            fill={REVEAL_COLOURS.hit}
            fill-opacity="0.6"
            stroke={REVEAL_COLOURS.hit}
            stroke-width="2"
          />
        </Swatch>
        Right
      </li>
      <li>
        <Swatch>
          <rect
            x="1"
            y="1"
            width="18"
            height="18"
            rx="3"
            fill="none"
            stroke={REVEAL_COLOURS.miss}
            stroke-width="2"
            stroke-dasharray="5 3"
          />
        </Swatch>
        Missed
      </li>
      <li>
        <Swatch>
          <rect
            x="1"
            y="1"
            width="18"
            height="18"
            rx="3"
            fill="none"
            stroke={REVEAL_COLOURS.extra}
            stroke-width="2"
          />
          <path d="M3 11 11 3M3 17 17 3M9 17 17 9" stroke={REVEAL_COLOURS.extra} stroke-width="2" />
        </Swatch>
        Extra: marked, but not there
      </li>
    </ul>
  );
}

function Swatch({ children }: { readonly children: ComponentChildren }) {
  return (
    <svg class="swatch" width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}
