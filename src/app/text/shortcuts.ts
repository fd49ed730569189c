/** The keys that act while the image is in view; `keys` are shown one beside the other. */
export interface Shortcut {
  readonly keys: readonly string[];
  readonly does: string;
}

export interface ShortcutGroup {
  readonly title: string;
  readonly shortcuts: readonly Shortcut[];
}

/** The keys of the playing screen. */
export const SHORTCUT_GROUPS: readonly ShortcutGroup[] = [
  {
    title: 'Looking',
    shortcuts: [
      { keys: ['Space'], does: 'Freeze the moving image' },
      { keys: ['O'], does: "Show or hide the network's overlay, where the step allows it" },
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
