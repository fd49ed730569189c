import { probeShortcuts, type ShortcutGroup } from '../../parts/keys/shortcuts.ts';
import { say } from '../../ui/words/say.ts';

/** The keys of the scanning console. */
export function scanShortcuts(): readonly ShortcutGroup[] {
  return [
    probeShortcuts(),
    {
      title: say('scan.keys.image'),
      shortcuts: [
        { keys: [say('keys.name.space')], does: say('scan.keys.freeze') },
        { keys: ['←', '→'], does: say('scan.keys.step') },
        { keys: [say('keys.name.home'), say('keys.name.end')], does: say('scan.keys.ends') },
        { keys: ['P'], does: say('scan.keys.loop') },
        { keys: ['O'], does: say('scan.keys.overlay') },
        { keys: ['T'], does: say('scan.keys.truth') },
      ],
    },
    {
      title: say('keys.machine.title'),
      shortcuts: [
        { keys: ['[', ']'], does: say('keys.machine.depth') },
        { keys: ['-', '+'], does: say('keys.machine.gain') },
        { keys: ['M'], does: say('scan.keys.mMode') },
        { keys: ['C'], does: say('scan.keys.caliper') },
        { keys: ['?'], does: say('keys.showSheet') },
      ],
    },
  ];
}
