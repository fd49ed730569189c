import type { ShortcutGroup } from '../../parts/keys/shortcuts.ts';

/** The keys of a clip of the library. */
export const CLIP_SHORTCUTS: readonly ShortcutGroup[] = [
  {
    title: 'Moving through the clip',
    shortcuts: [
      { keys: ['Space'], does: 'Play, pause' },
      { keys: [',', '.'], does: 'One image back, on' },
      { keys: ['←', '→'], does: 'The same, on the image and on the strip' },
      { keys: ['Page ↓', 'Page ↑'], does: 'One second back, on' },
      { keys: ['Home', 'End'], does: 'First, last image' },
      { keys: ['L'], does: 'Loop on or off' },
    ],
  },
  {
    title: 'Looking',
    shortcuts: [
      { keys: ['O'], does: "Show or hide the network's overlay" },
      { keys: ['P'], does: 'Go to the highest B-line score' },
      { keys: ['?'], does: 'Show this sheet' },
    ],
  },
];
