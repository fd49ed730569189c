import type { ShortcutGroup } from '../../parts/keys/shortcuts.ts';
import { say } from '../../ui/words/say.ts';

/** The keys of the live screen. */
export function liveShortcuts(): readonly ShortcutGroup[] {
  return [
    {
      title: say('live.keys.image'),
      shortcuts: [
        { keys: [say('keys.name.space')], does: say('live.keys.freeze') },
        { keys: ['←', '→'], does: say('live.keys.step') },
        { keys: [say('keys.name.home'), say('keys.name.end')], does: say('live.keys.ends') },
        { keys: ['O'], does: say('live.keys.overlay') },
        { keys: ['?'], does: say('live.keys.sheet') },
      ],
    },
    {
      title: say('live.keys.outline'),
      shortcuts: [
        { keys: ['←', '↑', '↓', '→'], does: say('live.keys.move') },
        { keys: [say('keys.name.shift'), say('keys.name.arrow')], does: say('live.keys.moveFar') },
        { keys: [say('keys.name.enter')], does: say('live.keys.point') },
      ],
    },
  ];
}
