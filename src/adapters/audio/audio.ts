import type { Audio, SoundName } from '../../ports/audio.ts';
import type { Howls } from './howls.ts';

/** A browser lets a page make sound only after its first click or key; older ones do not tell. */
function soundIsAllowed(): boolean {
  return navigator.userActivation?.hasBeenActive ?? true;
}

/** The game's sounds through Howler. Library and sounds are loaded when the first of them may be heard. */
export function audioCreate(options: { readonly isMuted?: boolean } = {}): Audio {
  let isMuted = options.isMuted ?? false;
  let howls: Howls | null = null;
  let loading: Promise<void> | null = null;
  let isDisposed = false;
  const load = async (): Promise<void> => {
    const arrived = await import('./howls.ts').catch(() => null);
    // The next sound asks for it again.
    if (arrived === null) loading = null;
    else if (!isDisposed) howls = arrived.howlsCreate();
  };
  /** Plays a sound once all are there, unless they were muted meanwhile. */
  const playLoaded = async (sound: SoundName): Promise<void> => {
    try {
      loading ??= load();
      await loading;
      if (!isMuted) howls?.play(sound);
    } catch {
      // A machine without sound, or one that refuses it, plays in silence.
    }
  };
  return {
    play: (sound) => {
      if (isMuted || !soundIsAllowed()) return;
      void playLoaded(sound);
    },
    mute: (muted) => {
      isMuted = muted;
      if (isMuted) howls?.stop();
    },
    dispose: () => {
      isMuted = true;
      isDisposed = true;
      howls?.unload();
      howls = null;
    },
  };
}
