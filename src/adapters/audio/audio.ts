import { Howl, Howler } from 'howler';
import { type Audio, SOUNDS, type SoundName } from '../../ports/audio.ts';

const FILES = import.meta.glob<string>('../../../assets/sounds/*.wav', {
  eager: true,
  query: '?url',
  import: 'default',
});

/** 0-1; the game is played beside other people. */
const VOLUME = 0.5;

function howlsLoad(): Map<SoundName, Howl> {
  const howls = new Map<SoundName, Howl>();
  for (const name of SOUNDS) {
    const url = FILES[`../../../assets/sounds/${name}.wav`];
    if (url !== undefined) howls.set(name, new Howl({ src: [url], format: ['wav'], volume: VOLUME }));
  }
  return howls;
}

/** A browser lets a page make sound only after its first click or key; older ones do not tell. */
function soundIsAllowed(): boolean {
  return navigator.userActivation?.hasBeenActive ?? true;
}

/** The game's sounds through Howler, loaded when the first of them may be heard. */
export function audioCreate(options: { readonly isMuted?: boolean } = {}): Audio {
  let isMuted = options.isMuted ?? false;
  let howls: Map<SoundName, Howl> | null = null;
  return {
    play: (sound) => {
      if (isMuted || !soundIsAllowed()) return;
      try {
        howls ??= howlsLoad();
        if (!Howler.noAudio) howls.get(sound)?.play();
      } catch {
        // A machine without sound, or one that refuses it, plays in silence.
        howls ??= new Map();
      }
    },
    mute: (muted) => {
      isMuted = muted;
      if (isMuted) for (const howl of howls?.values() ?? []) howl.stop();
    },
    dispose: () => {
      isMuted = true;
      for (const howl of howls?.values() ?? []) howl.unload();
      howls = null;
    },
  };
}
