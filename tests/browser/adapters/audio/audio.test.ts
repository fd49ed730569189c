import { Howler } from 'howler';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { audioCreate } from '../../../../src/adapters/audio/audio.ts';
import { SOUNDS } from '../../../../src/ports/audio.ts';

/** Waits end as soon as what is waited for is there; a busy machine may need more than the usual second. */
const PATIENCE = { timeout: 30_000 };

/** Howler keeps its sounds in a list that its typings leave out. */
interface Loaded {
  state(): string;
  playing(): boolean;
  duration(): number;
}
const loaded = () => (Howler as unknown as { _howls: Loaded[] })._howls;

afterEach(() => {
  vi.restoreAllMocks();
  Howler.noAudio = false;
});

test('before the first click or key it is silent, and what was asked for is not played later', async () => {
  vi.spyOn(navigator.userActivation, 'hasBeenActive', 'get').mockReturnValue(false);
  const audio = audioCreate();
  audio.play('hit');
  expect(loaded()).toHaveLength(0);
  audio.dispose();
});

describe('after the first click', () => {
  beforeEach(() => userEvent.click(document.body));

  test('every sound is loaded by the first that is asked for, and that one is heard', async () => {
    const audio = audioCreate();
    expect(loaded()).toHaveLength(0);
    audio.play('score_good');
    await vi.waitFor(
      () => expect(loaded().map((sound) => sound.state())).toEqual(SOUNDS.map(() => 'loaded')),
      PATIENCE,
    );
    expect(loaded().every((sound) => sound.duration() > 0.05)).toBe(true);
    await vi.waitFor(() => expect(loaded().filter((sound) => sound.playing())).toHaveLength(1), PATIENCE);
    audio.dispose();
    expect(loaded()).toHaveLength(0);
  });

  test('muted, it neither plays nor plays later, and what plays is cut off', async () => {
    const audio = audioCreate({ isMuted: true });
    audio.play('hit');
    expect(loaded()).toHaveLength(0);
    audio.mute(false);
    audio.play('score_good');
    await vi.waitFor(() => expect(loaded().some((sound) => sound.playing())).toBe(true), PATIENCE);
    audio.mute(true);
    expect(loaded().some((sound) => sound.playing())).toBe(false);
    audio.dispose();
  });

  test('without sound it is silent and fails at nothing', async () => {
    Howler.noAudio = true;
    const audio = audioCreate();
    for (const sound of SOUNDS) expect(() => audio.play(sound)).not.toThrow();
    await vi.waitFor(() => expect(loaded()).toHaveLength(SOUNDS.length), PATIENCE);
    expect(loaded().some((sound) => sound.playing())).toBe(false);
    audio.mute(true);
    audio.dispose();
  });

  test('a browser that refuses to load sounds does not stop the game', async () => {
    const send = vi.spyOn(XMLHttpRequest.prototype, 'send').mockImplementation(() => {
      throw new DOMException('refused', 'SecurityError');
    });
    const audio = audioCreate();
    for (const sound of SOUNDS) expect(() => audio.play(sound)).not.toThrow();
    await vi.waitFor(() => expect(send).toHaveBeenCalled(), PATIENCE);
    audio.dispose();
    expect(loaded()).toHaveLength(0);
  });

  test('muted while the sounds are on their way, it does not play them when they come', async () => {
    const audio = audioCreate();
    audio.play('score_good');
    audio.mute(true);
    await vi.waitFor(() => expect(loaded()).toHaveLength(SOUNDS.length), PATIENCE);
    await vi.waitFor(
      () => expect(loaded().every((sound) => sound.state() === 'loaded')).toBe(true),
      PATIENCE,
    );
    expect(loaded().some((sound) => sound.playing())).toBe(false);
    audio.dispose();
  });

  test('disposed of while the sounds are on their way, it lets go of them when they come', async () => {
    const audio = audioCreate();
    audio.play('hit');
    audio.dispose();
    // Whoever comes after has the same module, so that it has arrived by now for both.
    const other = audioCreate();
    other.play('hit');
    await vi.waitFor(() => expect(loaded()).toHaveLength(SOUNDS.length), PATIENCE);
    other.dispose();
    expect(loaded()).toHaveLength(0);
  });

  test('after being disposed of it stays silent', () => {
    const audio = audioCreate();
    audio.dispose();
    audio.play('hit');
    expect(loaded()).toHaveLength(0);
  });
});
