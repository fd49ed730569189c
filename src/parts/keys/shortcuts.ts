import { say } from '../../ui/words/say.ts';

/** The keys that act while the image is in view; `keys`, by their English names, are shown one beside the other. */
export interface Shortcut {
  readonly keys: readonly string[];
  readonly does: string;
}

export interface ShortcutGroup {
  readonly title: string;
  readonly shortcuts: readonly Shortcut[];
}

/** The keys that hold the probe. */
export function probeShortcuts(): ShortcutGroup {
  return {
    title: say('keys.probe.title'),
    shortcuts: [
      { keys: ['←', '↑', '↓', '→'], does: say('keys.probe.slide') },
      { keys: ['Shift', '+ arrow'], does: say('keys.probe.slideFar') },
      { keys: ['A', 'D'], does: say('keys.probe.turn') },
      { keys: ['W', 'S'], does: say('keys.probe.tilt') },
      { keys: ['Q', 'E'], does: say('keys.probe.press') },
    ],
  };
}

/** The keys of the playing screen. */
export function playShortcuts(): readonly ShortcutGroup[] {
  return [
    {
      title: say('keys.looking.title'),
      shortcuts: [
        { keys: ['Space'], does: say('keys.looking.freeze') },
        { keys: ['O'], does: say('keys.looking.overlay') },
        { keys: ['X'], does: say('keys.looking.review') },
        sheetShortcut(),
      ],
    },
    {
      title: say('keys.placing.title'),
      shortcuts: [
        { keys: ['←', '↑', '↓', '→'], does: say('keys.placing.move') },
        { keys: ['Shift', '+ arrow'], does: say('keys.placing.moveFar') },
        { keys: ['Alt', '+ arrow'], does: say('keys.placing.moveNear') },
        { keys: ['Enter'], does: say('keys.placing.place') },
        { keys: ['F'], does: say('keys.placing.finish') },
        { keys: ['Esc'], does: say('keys.placing.drop') },
      ],
    },
    {
      title: say('keys.choosing.title'),
      shortcuts: [
        { keys: ['1', '–', '7'], does: say('keys.choosing.finding') },
        { keys: ['B'], does: say('marking.tool.brush') },
        { keys: ['E'], does: say('marking.tool.eraser') },
        { keys: ['L'], does: say('marking.tool.line') },
        { keys: ['V'], does: say('keys.choosing.beam') },
        { keys: ['R'], does: say('marking.tool.region') },
        { keys: ['[', ']'], does: say('keys.choosing.size') },
      ],
    },
    {
      title: say('keys.changing.title'),
      shortcuts: [
        { keys: ['Ctrl', 'Z'], does: say('keys.changing.undo') },
        { keys: ['Ctrl', 'Shift', 'Z'], does: say('keys.changing.redo') },
        hintShortcut(),
      ],
    },
  ];
}

/** The keys of a step in which a probe is held; those of probe and machine are the console's. */
export function scanStepShortcuts(): readonly ShortcutGroup[] {
  return [
    probeShortcuts(),
    {
      title: say('keys.scanning.title'),
      shortcuts: [{ keys: ['Space'], does: say('keys.scanning.freeze') }, hintShortcut(), sheetShortcut()],
    },
    {
      title: say('keys.machine.title'),
      shortcuts: [
        { keys: ['[', ']'], does: say('keys.machine.depth') },
        { keys: ['-', '+'], does: say('keys.machine.gain') },
      ],
    },
  ];
}

/** The keys of a step in which M-mode runs. */
export function mModeShortcuts(): readonly ShortcutGroup[] {
  return [
    {
      title: say('keys.mMode.title'),
      shortcuts: [{ keys: ['←', '→'], does: say('keys.mMode.line') }, sheetShortcut()],
    },
  ];
}

function hintShortcut(): Shortcut {
  return { keys: ['H'], does: say('keys.changing.hint') };
}

function sheetShortcut(): Shortcut {
  return { keys: ['?'], does: say('keys.showSheet') };
}
