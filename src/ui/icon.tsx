/** Stroke icons on a 24-unit grid, drawn for this project. */
const PATHS = {
  back: 'M15 5l-7 7 7 7',
  up: 'M5 15l7-7 7 7',
  down: 'M5 9l7 7 7-7',
  first: 'M17 5l-7 7 7 7M7 5v14',
  last: 'M7 5l7 7-7 7M17 5v14',
  ruler: 'M3 15 15 3l6 6L9 21zM7 11l2 2M10 8l3 3M13 5l2 2',
  mMode: 'M3 5h18v14H3zM3 10h18M6 14h.01M9 15.5h.01M12 13.5h.01M15 15.5h.01M18 14h.01',
  probe: 'M8.5 3h7v8l2.5 4v3c-3 3-9 3-12 0v-3l2.5-4z',
  next: 'M9 5l7 7-7 7',
  brush:
    'M4 20c3 .5 5.5-.5 5.5-3.2A2.6 2.6 0 0 0 6.9 14C4.7 14 5 17 4 20zM9.5 14.5 19 5M7.5 13.5 17.5 3.5l3 3L10.5 16.5',
  eraser: 'M9 20H20M5 15.5 14 6.5l5.5 5.5-8 8H8.5L5 16.5zM9.5 11l5.5 5.5',
  line: 'M3 14c4-4 8-5 18-3M3 14m-1 0a1 1 0 1 0 2 0a1 1 0 1 0-2 0M21 11m-1 0a1 1 0 1 0 2 0a1 1 0 1 0-2 0',
  beam: 'M4 5c5-2 11-2 16 0M12 4v16M9.5 4.2 8 20M14.5 4.2 16 20',
  region: 'M5 9 12 4l7 4-1 9-7 3-6-4z',
  move: 'M12 3v18M3 12h18M9 6l3-3 3 3M9 18l3 3 3-3M6 9l-3 3 3 3M18 9l3 3-3 3',
  undo: 'M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3',
  redo: 'M15 14l5-5-5-5M20 9H10a6 6 0 0 0 0 12h3',
  clear: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10.5 11v5M13.5 11v5',
  soundOn: 'M4 10v4h3l5 4V6l-5 4zM15.5 9a4 4 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11',
  soundOff: 'M4 10v4h3l5 4V6l-5 4zM16 10l5 5M21 10l-5 5',
  keyboard: 'M3 7h18v10H3zM7 10.5h.01M11 10.5h.01M15 10.5h.01M18 10.5h.01M8 14h8',
  play: 'M8 5l11 7-11 7z',
  pause: 'M8 5v14M16 5v14',
  freeze: 'M12 3v18M4.5 7.5l15 9M19.5 7.5l-15 9M9.5 4.5 12 7l2.5-2.5M9.5 19.5 12 17l2.5 2.5',
  eye: 'M2.5 12C5 7.5 8.3 5.5 12 5.5s7 2 9.5 6.5c-2.5 4.5-5.8 6.5-9.5 6.5S5 16.5 2.5 12zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  eyeOff:
    'M4 4l16 16M9.9 5.8A10 10 0 0 1 12 5.5c3.7 0 7 2 9.5 6.5a16 16 0 0 1-2.6 3.5M6.3 7.3A15 15 0 0 0 2.5 12c2.5 4.5 5.8 6.5 9.5 6.5 1.5 0 2.9-.3 4.2-1M10 10a3 3 0 0 0 4 4',
  check: 'M4.5 12.5 10 18 20 6.5',
  cross: 'M6 6l12 12M18 6 6 18',
  plus: 'M12 5v14M5 12h14',
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.5V12l3 2',
  bulb: 'M9 18h6M10 21h4M8.5 15.5A6 6 0 1 1 15.5 15.5V18h-7z',
  camera: 'M4 8h4l2-3h4l2 3h4v11H4zM12 10a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z',
  file: 'M12 15V4M8 8l4-4 4 4M4 14v6h16v-6',
  book: 'M12 6.5C10 5 7 4.5 3.5 4.5v14c3.5 0 6.5.5 8.5 2 2-1.5 5-2 8.5-2v-14C17 4.5 14 5 12 6.5zM12 6.5v14',
  gear: 'M12 8.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM12 2.5v3M12 18.5v3M2.5 12h3M18.5 12h3M5.3 5.3l2.1 2.1M16.6 16.6l2.1 2.1M5.3 18.7l2.1-2.1M16.6 7.4l2.1-2.1',
  person: 'M12 4a3.7 3.7 0 1 0 0 7.4A3.7 3.7 0 0 0 12 4zM4.5 20c.6-4 3.6-6 7.5-6s6.9 2 7.5 6',
  info: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 11v5.5M12 7.8h.01',
  star: 'M12 3.5l2.6 5.5 6 .8-4.4 4.2 1.1 6L12 17.1 6.7 20l1.1-6L3.4 9.8l6-.8z',
  again: 'M4.5 12a7.5 7.5 0 1 0 2.2-5.3L4.5 9M4.5 4v5h5',
  shield: 'M12 3l7.5 3v5.5c0 4.5-3 8-7.5 9.5-4.5-1.5-7.5-5-7.5-9.5V6z',
  warning: 'M12 4 2.5 20h19zM12 10v4.5M12 17.3h.01',
  target:
    'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v3M12 19v3M2 12h3M19 12h3',
  save: 'M12 4v11M8 11l4 4 4-4M4 17v3h16v-3',
  clips: 'M4 5h16v14H4zM8 5v14M16 5v14M4 9.7h4M4 14.3h4M16 9.7h4M16 14.3h4',
  pencil: 'M4 20l1-4.5L16.5 4 20 7.5 8.5 19zM14 6.5l3.5 3.5',
  loop: 'M17 3l3 3-3 3M4 11V9a3 3 0 0 1 3-3h13M7 21l-3-3 3-3M20 13v2a3 3 0 0 1-3 3H4',
} as const;

export type IconName = keyof typeof PATHS;

/** Decoration beside text or inside a labelled button: hidden from screen readers. */
export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.8"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}

/** Two ribs and the pleural line between them. */
export function BrandMark() {
  return (
    <svg class="brand-mark" width="36" height="28" viewBox="0 0 36 28" aria-hidden="true" focusable="false">
      <path
        d="M3 17c1.2-8 9.5-10.5 13-2.5M20 14.5c3.5-8 11.8-5.5 13 2.5"
        fill="none"
        stroke="currentColor"
        stroke-width="2.8"
        stroke-linecap="round"
      />
      <path d="M12.5 22h11" stroke="var(--accent)" stroke-width="2.8" stroke-linecap="round" />
    </svg>
  );
}
