import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import network from '../../../../models/batsign-unet.json' with { type: 'json' };
import readouts from '../../../../models/clip-readout.json' with { type: 'json' };
import { clipTermsOf, READOUT_ASPECTS, readoutOf } from '../../../../src/domain/analysis/clip-readout.ts';
import type { ImageFacts } from '../../../../src/domain/analysis/image-facts.ts';
import { CANDIDATES, CHOSEN, rowsOf, truthOf } from '../../../../src/lab/readout/candidates.ts';
import { labelledTermsRead, labelOf } from '../../../../src/lab/readout/recorded.ts';
import type { ReadClip } from '../../../../src/lab/readout/worker.ts';
import { CLIP_READOUTS } from '../../../../src/network/clip-readouts.ts';

const factsOf = (aLine: number, bLine: number): ImageFacts => ({
  shares: [1 - aLine - bLine, 0, 0.02, aLine, bLine, 0, 0, 0],
  aLineRow: 8 * aLine,
  bLineLines: 8 * bLine,
  confluenceLines: 0,
  near: { aLine, bLine, confluence: 0 },
});

const clipOf = (aLines: number, bLines: number, blas: number): ReadClip => ({
  terms: clipTermsOf([factsOf(0.02, 0)]),
  truth: { aLines, bLines, blas, spaceLines: [] },
  lines: [],
});

test('a sign is seen in three images of ten, and nobody’s to say in fewer; A-lines are none beside many B-lines', () => {
  expect([0, 0.2, 0.3, 1].map((share) => truthOf('bLines', clipOf(0, share, 0)))).toEqual([0, null, 1, 1]);
  expect([0, 0.2, 0.3, 1].map((share) => truthOf('aLines', clipOf(share, 0, 0.1)))).toEqual([0, null, 1, 1]);
  expect([0, 0.2, 0.3, 1].map((share) => truthOf('aLines', clipOf(share, 1, 0.15)))).toEqual([0, 0, 0, 0]);
  expect(truthOf('blas', clipOf(0, 0.1, 0.07))).toBe(0.07);
});

test('clips of which nobody could say are no rows; a row holds the logarithms of the terms', () => {
  const lines = CANDIDATES.find(({ name }) => name === 'shares')!;
  const rows = rowsOf('bLines', lines, [clipOf(0, 0.1, 0), clipOf(0, 1, 0.4)]);
  expect(rows).toHaveLength(1);
  expect(rows[0]!.truth).toBe(1);
  expect(rows[0]!.values[0]).toBeCloseTo(Math.log(0.0205), 12);
});

test('what ships was fitted for the shipped network, by the chosen terms, and tells a plain clip of each kind', () => {
  expect(readouts.network).toBe(network.sha256);
  for (const aspect of READOUT_ASPECTS) {
    const { terms } = CANDIDATES.find(({ name }) => name === CHOSEN[aspect])!;
    expect(Object.keys(CLIP_READOUTS[aspect].terms)).toEqual([...terms]);
  }
  const [dry, wet] = [clipTermsOf([factsOf(0.03, 0)]), clipTermsOf([factsOf(0, 0.05)])];
  expect(readoutOf(CLIP_READOUTS.aLines, dry)).toBeGreaterThan(0.5);
  expect(readoutOf(CLIP_READOUTS.aLines, wet)).toBeLessThan(0.25);
  expect(readoutOf(CLIP_READOUTS.bLines, wet)).toBeGreaterThan(0.5);
  expect(readoutOf(CLIP_READOUTS.bLines, dry)).toBeLessThan(0.2);
  expect(readoutOf(CLIP_READOUTS.blas, wet)).toBeGreaterThan(readoutOf(CLIP_READOUTS.blas, dry));
});

test('recordings come with what experts say of them; pictures are none, and a missing file is named', () => {
  const folder = mkdtempSync(join(tmpdir(), 'batsign-readout-'));
  const path = join(folder, 'recordings.json');
  const labels = { severity: 2, aLines: false, bLines: null, isNormal: false, lung: true };
  const terms = clipTermsOf([factsOf(0.1, 0)]);
  writeFileSync(
    path,
    JSON.stringify([
      { kind: 'video', patient: 'a', labels, terms },
      { kind: 'frame', patient: 'b', labels, terms },
    ]),
  );
  const [clip, ...others] = labelledTermsRead(path);
  expect(others).toEqual([]);
  expect(clip!.cluster).toBe('a');
  expect(READOUT_ASPECTS.map((aspect) => labelOf(aspect, clip!))).toEqual([0, null, 2]);
  rmSync(folder, { recursive: true });
  expect(() => labelledTermsRead(path)).toThrow(/recordings\.json cannot be read/);
});
