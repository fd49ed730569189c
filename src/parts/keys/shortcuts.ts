/** The keys that act while the image is in view; `keys` are shown one beside the other. */
export interface Shortcut {
  readonly keys: readonly string[];
  readonly does: string;
}

export interface ShortcutGroup {
  readonly title: string;
  readonly shortcuts: readonly Shortcut[];
}

/** The keys that hold the probe. */
export const PROBE_SHORTCUTS: ShortcutGroup = {
  title: 'Probe',
  shortcuts: [
    { keys: ['←', '↑', '↓', '→'], does: 'Slide it by 4 mm over the skin' },
    { keys: ['Shift', '+ arrow'], does: 'Slide it by 20 mm (Alt: 1 mm)' },
    { keys: ['A', 'D'], does: 'Turn it to the left, to the right' },
    { keys: ['W', 'S'], does: 'Tilt it to either side' },
    { keys: ['Q', 'E'], does: 'Press less, more' },
  ],
};

/** The keys of the playing screen. */
export const SHORTCUT_GROUPS: readonly ShortcutGroup[] = [
  {
    title: 'Looking',
    shortcuts: [
      { keys: ['Space'], does: 'Freeze the moving image' },
      { keys: ['O'], does: "Show or hide the network's overlay, where it gives nothing away" },
      { keys: ['X'], does: 'After grading: result, key, my marks or the bare image' },
      { keys: ['?'], does: 'Show this sheet' },
    ],
  },
  {
    title: 'Placing a mark',
    shortcuts: [
      { keys: ['←', '↑', '↓', '→'], does: 'Move the cross-hair by 1 mm' },
      { keys: ['Shift', '+ arrow'], does: 'Move it by 5 mm' },
      { keys: ['Alt', '+ arrow'], does: 'Move it by 0.25 mm' },
      { keys: ['Enter'], does: 'Place a point here' },
      { keys: ['F'], does: 'Finish the line, region or stroke' },
      { keys: ['Esc'], does: 'Drop the unfinished mark' },
    ],
  },
  {
    title: 'Choosing',
    shortcuts: [
      { keys: ['1', '–', '7'], does: 'Class, in the order of the list' },
      { keys: ['B'], does: 'Brush' },
      { keys: ['E'], does: 'Eraser' },
      { keys: ['L'], does: 'Line' },
      { keys: ['V'], does: 'B-line, from the pleura to the bottom' },
      { keys: ['R'], does: 'Region' },
      { keys: ['[', ']'], does: 'Smaller, larger' },
    ],
  },
  {
    title: 'Changing',
    shortcuts: [
      { keys: ['Ctrl', 'Z'], does: 'Undo' },
      { keys: ['Ctrl', 'Shift', 'Z'], does: 'Redo (also Ctrl Y)' },
      { keys: ['H'], does: 'Next hint' },
    ],
  },
];

const SCANNING: ShortcutGroup = {
  title: 'While you scan',
  shortcuts: [
    { keys: ['Space'], does: 'Freeze' },
    { keys: ['H'], does: 'Next hint' },
    { keys: ['?'], does: 'Show this sheet' },
  ],
};

/** The keys of a step in which a probe is held; those of probe and machine are the console's. */
export const SCAN_STEP_SHORTCUTS: readonly ShortcutGroup[] = [
  PROBE_SHORTCUTS,
  SCANNING,
  {
    title: 'Machine',
    shortcuts: [
      { keys: ['[', ']'], does: 'Depth less, more' },
      { keys: ['-', '+'], does: 'Gain less, more' },
    ],
  },
];

/** The keys of a step in which M-mode runs. */
export const M_MODE_SHORTCUTS: readonly ShortcutGroup[] = [
  {
    title: 'M-mode',
    shortcuts: [
      { keys: ['←', '→'], does: 'Move the line over the image' },
      { keys: ['?'], does: 'Show this sheet' },
    ],
  },
];
