import { probeShortcuts, type ShortcutGroup } from '../../parts/keys/shortcuts.ts';

/** The keys of the scanning console. */
export function scanShortcuts(): readonly ShortcutGroup[] {
  return [
    probeShortcuts(),
    {
      title: 'Image',
      shortcuts: [
        { keys: ['Space'], does: 'Freeze, and scan on' },
        { keys: ['←', '→'], does: 'Frozen: one image back, on (Shift: 10)' },
        { keys: ['Home', 'End'], does: 'Frozen: first, last image' },
        { keys: ['P'], does: 'Frozen: play the loop' },
        { keys: ['O'], does: "Show or hide the network's overlay" },
        { keys: ['T'], does: 'Frozen: show what is there' },
      ],
    },
    {
      title: 'Machine',
      shortcuts: [
        { keys: ['[', ']'], does: 'Depth less, more' },
        { keys: ['-', '+'], does: 'Gain less, more' },
        { keys: ['M'], does: 'M-mode; then ← and → move its line, Esc leaves it there' },
        { keys: ['C'], does: 'Frozen: measure; arrows move the cross-hair, Enter sets an end' },
        { keys: ['?'], does: 'Show this sheet' },
      ],
    },
  ];
}
