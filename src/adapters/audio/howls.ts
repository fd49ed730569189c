import { Howl, Howler } from 'howler';
import { SOUNDS, type SoundName } from '../../ports/audio.ts';

const FILES = import.meta.glob<string>('../../../assets/sounds/*.wav', {
  eager: true,
  query: '?url',
  import: 'default',
});

/** 0-1; the game is played beside other people. */
const VOLUME = 0.5;

/** The sounds, each of which is fetched and heard by Howler. */
export interface Howls {
  play(sound: SoundName): void;
  stop(): void;
  unload(): void;
}

export function howlsCreate(): Howls {
  const howls = new Map<SoundName, Howl>();
  for (const name of SOUNDS) {
    const url = FILES[`../../../assets/sounds/${name}.wav`];
    if (url !== undefined) howls.set(name, new Howl({ src: [url], format: ['wav'], volume: VOLUME }));
  }
  return {
    play: (sound) => {
      if (!Howler.noAudio) howls.get(sound)?.play();
    },
    stop: () => {
      for (const howl of howls.values()) howl.stop();
    },
    unload: () => {
      for (const howl of howls.values()) howl.unload();
    },
  };
}
