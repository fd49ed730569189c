/** Samples per second. */
export const SAMPLE_RATE = 22050;

/**
 * A gliding tone, or noise in a gliding band, that rises fast and dies away.
 * @typedef {object} Voice
 * @property {'tone' | 'noise'} kind
 * @property {number} atMs when it begins
 * @property {number} forMs how long it lasts
 * @property {number} fromHz pitch, or middle of the band, at the beginning
 * @property {number} toHz the same at the end; it glides evenly in octaves
 * @property {number} gain 0-1
 * @property {number} [attackMs] time to full loudness; 4 unless told otherwise
 * @property {readonly number[]} [overtones] loudness of the 2nd, 3rd, ... harmonic beside the 1st
 * @property {number} [decays] how many times it falls to 1/e while it lasts; 5 unless told otherwise
 */

/**
 * Hz of a note in equal temperament.
 * @param {number} halfTones above A4, which is 440 Hz
 */
const pitch = (halfTones) => 440 * 2 ** (halfTones / 12);

/**
 * @param {number} atMs
 * @param {number} halfTones above A4
 * @param {number} forMs
 * @param {number} gain
 * @returns {Voice}
 */
const bell = (atMs, halfTones, forMs, gain) => ({
  kind: 'tone',
  atMs,
  forMs,
  fromHz: pitch(halfTones),
  toHz: pitch(halfTones),
  gain,
  overtones: [0.18, 0.1, 0.03],
});

/** @type {Readonly<Record<import('../../src/ports/audio.ts').SoundName, readonly Voice[]>>} */
export const SOUND_VOICES = {
  mark: [
    { kind: 'tone', atMs: 0, forMs: 70, fromHz: 1150, toHz: 820, gain: 0.5, attackMs: 2 },
    { kind: 'noise', atMs: 0, forMs: 18, fromHz: 3200, toHz: 2400, gain: 0.25, attackMs: 1 },
  ],
  undo: [
    { kind: 'tone', atMs: 0, forMs: 60, fromHz: 760, toHz: 620, gain: 0.45 },
    { kind: 'tone', atMs: 55, forMs: 75, fromHz: 560, toHz: 430, gain: 0.45 },
  ],
  step: [
    { kind: 'noise', atMs: 0, forMs: 190, fromHz: 500, toHz: 2600, gain: 0.3, attackMs: 70, decays: 3 },
    { kind: 'tone', atMs: 90, forMs: 130, fromHz: pitch(3), toHz: pitch(3), gain: 0.3, attackMs: 8 },
  ],
  reveal: [
    { kind: 'tone', atMs: 0, forMs: 420, fromHz: 220, toHz: 880, gain: 0.35, attackMs: 160, decays: 3 },
    { kind: 'tone', atMs: 60, forMs: 360, fromHz: 330, toHz: 1320, gain: 0.18, attackMs: 160, decays: 3 },
    { kind: 'noise', atMs: 0, forMs: 420, fromHz: 800, toHz: 4200, gain: 0.15, attackMs: 200, decays: 3 },
  ],
  hit: [bell(0, 10, 140, 0.4), bell(70, 17, 190, 0.45)],
  miss: [
    { kind: 'tone', atMs: 0, forMs: 220, fromHz: pitch(-12), toHz: pitch(-14), gain: 0.55, overtones: [0.3] },
    { kind: 'tone', atMs: 0, forMs: 160, fromHz: pitch(-9), toHz: pitch(-11), gain: 0.3 },
  ],
  extra: [
    { kind: 'tone', atMs: 0, forMs: 75, fromHz: 330, toHz: 300, gain: 0.5, overtones: [0, 0.25] },
    { kind: 'tone', atMs: 95, forMs: 95, fromHz: 330, toHz: 290, gain: 0.5, overtones: [0, 0.25] },
  ],
  score_good: [
    bell(0, 3, 420, 0.34),
    bell(90, 7, 420, 0.34),
    bell(180, 10, 420, 0.34),
    bell(270, 15, 560, 0.42),
  ],
  score_ok: [bell(0, 3, 300, 0.38), bell(110, 7, 400, 0.38)],
  standard: [bell(0, -9, 320, 0.34), bell(95, -2, 340, 0.34), bell(190, 3, 320, 0.4)],
};

/**
 * Numbers from 0 to 1 that are the same for the same seed (mulberry32).
 * @param {number} seed
 */
function randomCreate(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Loudness 0-1 of a voice at a share of its time; it begins and ends in silence, so that nothing clicks.
 * @param {Voice} voice
 * @param {number} timeMs
 */
function envelope({ forMs, attackMs = 4, decays = 5 }, timeMs) {
  if (timeMs < attackMs) return 0.5 - 0.5 * Math.cos((Math.PI * timeMs) / attackMs);
  const share = (timeMs - attackMs) / (forMs - attackMs);
  const release = Math.min(1, (forMs - timeMs) / Math.min(12, forMs / 4));
  return Math.exp(-decays * share) * Math.max(0, release);
}

/**
 * @param {Voice} voice
 * @param {Float64Array} samples added to
 * @param {() => number} random
 */
function voiceAdd(voice, samples, random) {
  const { kind, atMs, forMs, fromHz, toHz, gain, overtones = [] } = voice;
  const first = Math.round((atMs / 1000) * SAMPLE_RATE);
  const count = Math.round((forMs / 1000) * SAMPLE_RATE);
  let phase = 0;
  let low = 0;
  let band = 0;
  for (let index = 0; index < count; index++) {
    const timeMs = (index / SAMPLE_RATE) * 1000;
    const hz = fromHz * (toHz / fromHz) ** (timeMs / forMs);
    let value;
    if (kind === 'tone') {
      value = overtones.reduce(
        (sum, loudness, order) => sum + loudness * Math.sin((order + 2) * phase),
        Math.sin(phase),
      );
      phase += (2 * Math.PI * hz) / SAMPLE_RATE;
    } else {
      // Chamberlin's state-variable filter, Q = 2.
      const cutoff = 2 * Math.sin((Math.PI * hz) / SAMPLE_RATE);
      low += cutoff * band;
      band += cutoff * (2 * random() - 1 - low - band / 2);
      value = band;
    }
    samples[first + index] = (samples[first + index] ?? 0) + gain * envelope(voice, timeMs) * value;
  }
}

/**
 * @param {readonly Voice[]} voices
 * @param {number} seed of the noise
 * @returns {Int16Array} samples of one channel
 */
export function soundSynthesise(voices, seed) {
  const lengthMs = Math.max(...voices.map(({ atMs, forMs }) => atMs + forMs));
  const samples = new Float64Array(Math.ceil((lengthMs / 1000) * SAMPLE_RATE) + 1);
  const random = randomCreate(seed);
  for (const voice of voices) voiceAdd(voice, samples, random);
  return Int16Array.from(samples, (value) => Math.round(32767 * Math.max(-1, Math.min(1, value))));
}

/**
 * A WAV file of one channel, 16 bits.
 * @param {Int16Array} samples
 */
export function wavEncode(samples) {
  const bytes = Buffer.alloc(44 + 2 * samples.length);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.write('WAVEfmt ', 8, 'latin1');
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(SAMPLE_RATE, 24);
  bytes.writeUInt32LE(2 * SAMPLE_RATE, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36, 'latin1');
  bytes.writeUInt32LE(2 * samples.length, 40);
  for (const [index, sample] of samples.entries()) bytes.writeInt16LE(sample, 44 + 2 * index);
  return bytes;
}

/**
 * The WAV file of each sound; the same bytes each time.
 * @returns {[name: string, wav: Buffer][]}
 */
export function soundFiles() {
  return Object.entries(SOUND_VOICES).map(([name, voices], index) => [
    `${name}.wav`,
    wavEncode(soundSynthesise(voices, index + 1)),
  ]);
}
