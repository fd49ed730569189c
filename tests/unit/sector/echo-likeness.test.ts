import { describe, expect, it } from 'vitest';
import { echoLikeness } from '../../../src/sector/echo-likeness.ts';
import { echoTexture } from '../../../src/sector/echo-texture.ts';
import { sectorFind } from '../../../src/sector/sector-find.ts';
import { CONFIDENCE_SURE } from '../../../src/sector/sector-found.ts';
import { phantomFrame, phantomOpen } from '../../../src/simulator/exam/phantom.ts';
import { otherPictures } from './other-pictures/other-pictures.ts';

/** Far below what counts as sure: no picture is let pass by a hair. */
const LOW = 0.25;

describe('the confidence of an outline in pictures that show no ultrasound image', () => {
  const known = otherPictures('known', 3, 1);
  const heldOut = otherPictures('held_out', 3, 1);
  for (const [kinds, pictures] of Object.entries({ known, 'held out': heldOut })) {
    it.each(pictures)(`is low (${kinds}): $name, $width x $height`, ({ grey, width, height }) => {
      expect(sectorFind(grey, width, height)?.confidence ?? 0).toBeLessThan(LOW);
    });
  }

  it('is asked of more than thirty pictures', () => {
    expect(known.length + heldOut.length).toBeGreaterThan(30);
    expect(LOW).toBeLessThan(CONFIDENCE_SURE);
  });
});

describe('the texture of simulated images', () => {
  const exams = [
    { seed: 301, edition: 'calm', probe: 'convex' },
    { seed: 302, edition: 'varied', probe: 'convex' },
    { seed: 303, edition: 'varied', probe: 'linear' },
    { seed: 320, edition: 'varied', probe: 'linear' },
  ] as const;
  it.each(exams)('is wholly that of ultrasound: $probe, seed $seed', (exam) => {
    const phantom = phantomOpen({ ...exam, split: 'train' });
    const { grey, width, height, sector } = phantomFrame(phantom, 0, 320).frame;
    const texture = echoTexture([grey], width, height, sector);
    expect(texture.cells).toBeGreaterThan(100);
    expect(echoLikeness(texture, sector.kind, true)).toBe(1);
  });

  it('is taken of the frame that has most of it: not of one that a codec wiped, nor of a black one', () => {
    const phantom = phantomOpen({ seed: 301, edition: 'calm', split: 'train', probe: 'convex' });
    const { grey, width, height, sector } = phantomFrame(phantom, 0, 320).frame;
    const wiped = grey.map((_, i) => grey[16 * Math.floor(i / 16)]!);
    const black = new Uint8Array(grey.length);
    const alone = echoTexture([grey], width, height, sector);
    expect(echoTexture([black, wiped, grey, wiped], width, height, sector)).toEqual(alone);
  });

  it('is that of nothing where nothing is lit', () => {
    const phantom = phantomOpen({ seed: 301, edition: 'calm', split: 'train', probe: 'convex' });
    const { sector } = phantomFrame(phantom, 0, 64).frame;
    const texture = echoTexture([new Uint8Array(64 * 64)], 64, 64, sector);
    expect(echoLikeness(texture, 'convex', true)).toBe(0);
  });
});
