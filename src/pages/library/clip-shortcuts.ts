import type { ShortcutGroup } from '../../parts/keys/shortcuts.ts';
import { say } from '../../ui/words/say.ts';

/** The keys of a clip of the library. */
export function clipShortcuts(): readonly ShortcutGroup[] {
  return [
    {
      title: say('library.keys.moving'),
      shortcuts: [
        { keys: [say('keys.name.space')], does: say('library.keys.play') },
        { keys: [',', '.'], does: say('library.keys.image') },
        { keys: ['←', '→'], does: say('library.keys.imageToo') },
        { keys: [say('keys.name.pageDown'), say('keys.name.pageUp')], does: say('library.keys.second') },
        { keys: [say('keys.name.home'), say('keys.name.end')], does: say('library.keys.ends') },
        { keys: ['L'], does: say('library.keys.loop') },
      ],
    },
    {
      title: say('library.keys.looking'),
      shortcuts: [
        { keys: ['O'], does: say('library.keys.overlay') },
        { keys: ['P'], does: say('library.keys.peak') },
        { keys: ['?'], does: say('library.keys.sheet') },
      ],
    },
  ];
}
