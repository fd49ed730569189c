import type { ShortcutGroup } from '../../parts/keys/shortcuts.ts';

/** The keys of the live screen. */
export const LIVE_SHORTCUTS: readonly ShortcutGroup[] = [
  {
    title: 'Live image',
    shortcuts: [
      { keys: ['Space'], does: 'Freeze, and scan on' },
      { keys: ['←', '→'], does: 'Frozen: one image back, on (Shift: 10)' },
      { keys: ['Home', 'End'], does: 'Frozen: first, last image' },
      { keys: ['O'], does: "Show or hide the network's overlay" },
      { keys: ['?'], does: 'Show this sheet' },
    ],
  },
  {
    title: 'Outline by hand',
    shortcuts: [
      { keys: ['←', '↑', '↓', '→'], does: 'Move the cross-hair' },
      { keys: ['Shift', '+ arrow'], does: 'Move it ten times as far' },
      { keys: ['Enter'], does: 'Set a point, or let go of it' },
    ],
  },
];
