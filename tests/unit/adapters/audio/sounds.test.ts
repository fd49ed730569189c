import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../../../scripts/lib/root.mjs';
import {
  SAMPLE_RATE,
  SOUND_VOICES,
  soundFiles,
  soundSynthesise,
  wavEncode,
} from '../../../../scripts/lib/sound-synth.mjs';
import { SOUNDS } from '../../../../src/ports/audio.ts';

const folder = join(ROOT, 'assets', 'sounds');
const committed = (name: string) => readFileSync(join(folder, name));

/** Samples of a WAV file from -32768 to 32767. */
function samplesOf(wav: Buffer): number[] {
  return Array.from({ length: (wav.length - 44) / 2 }, (_, index) => wav.readInt16LE(44 + 2 * index));
}

test('there is one file for each sound of the game, under 150 kB in all', () => {
  expect(readdirSync(folder).sort()).toEqual(SOUNDS.map((name) => `${name}.wav`).sort());
  const total = SOUNDS.reduce((sum, name) => sum + committed(`${name}.wav`).length, 0);
  expect(total).toBeLessThan(150_000);
});

// Node versions may differ in the last bit of a sine, which can move a sample by one step.
test.each(soundFiles())('%s is what its recipe gives', (name, made) => {
  const stored = committed(name);
  expect(stored.length).toBe(made.length);
  expect(stored.subarray(0, 44)).toEqual(made.subarray(0, 44));
  const madeSamples = samplesOf(made);
  const furthest = Math.max(
    ...samplesOf(stored).map((value, index) => Math.abs(value - madeSamples[index]!)),
  );
  expect(furthest).toBeLessThanOrEqual(1);
});

test.each(SOUNDS)('%s is short, begins and ends in silence, is heard and not clipped', (name) => {
  const samples = samplesOf(committed(`${name}.wav`));
  const peak = Math.max(...samples.map(Math.abs));
  expect(samples.length / SAMPLE_RATE).toBeLessThan(1);
  expect(Math.abs(samples[0]!)).toBeLessThan(100);
  expect(Math.abs(samples.at(-1)!)).toBeLessThan(100);
  expect(peak).toBeGreaterThan(6_000);
  expect(peak).toBeLessThan(31_000);
});

test('the same seed gives the same noise, another seed another', () => {
  expect(soundSynthesise(SOUND_VOICES.step, 3)).toEqual(soundSynthesise(SOUND_VOICES.step, 3));
  expect(soundSynthesise(SOUND_VOICES.step, 3)).not.toEqual(soundSynthesise(SOUND_VOICES.step, 4));
});

test('a WAV file has the header that its samples ask for', () => {
  const wav = wavEncode(Int16Array.from([0, 1, -1]));
  expect(wav.toString('latin1', 0, 4)).toBe('RIFF');
  expect(wav.readUInt32LE(4)).toBe(wav.length - 8);
  expect(wav.readUInt32LE(40)).toBe(6);
  expect(samplesOf(wav)).toEqual([0, 1, -1]);
});
