import { describe, expect, test } from 'vitest';
import { frameRateCreate } from '../../../src/scanner/frame-rate.ts';
import { statusText } from '../../../src/scanner/furniture.ts';
import { scannerLayout } from '../../../src/scanner/layout.ts';
import { rendererIsSoftware } from '../../../src/scanner/renderer-pick.ts';
import { depthTicks } from '../../../src/scanner/ruler-ticks.ts';

describe('depthTicks', () => {
  test('one per centimetre, every fifth numbered, on a deep image', () => {
    const ticks = depthTicks(149);
    expect(ticks).toHaveLength(15);
    expect(ticks.filter(({ label }) => label !== null).map(({ label, depthMm }) => [label, depthMm])).toEqual(
      [
        ['0', 0],
        ['5', 50],
        ['10', 100],
      ],
    );
  });

  test('every one numbered on a shallow image, the last one on its lower edge', () => {
    expect(depthTicks(60).map(({ label }) => label)).toEqual(['0', '1', '2', '3', '4', '5', '6']);
  });
});

describe('frameRateCreate', () => {
  test('counts arrivals per second', () => {
    const rate = frameRateCreate();
    for (let at = 0; at <= 1000; at += 40) rate.tick(at);
    expect(rate.read(1010)).toBeCloseTo(25, 6);
  });

  test('one image has no rate, and a picture that stopped has none any more', () => {
    const rate = frameRateCreate();
    rate.tick(0);
    expect(rate.read(10)).toBeNull();
    rate.tick(50);
    expect(rate.read(60)).toBeCloseTo(20, 6);
    expect(rate.read(500)).toBeNull();
  });
});

describe('statusText', () => {
  const size = { width: 800, height: 600, pixelRatio: 1 };
  test('says probe, depth in cm and rate', () => {
    const layout = scannerLayout(size, {
      kind: 'convex',
      mmPerPx: 1,
      originPx: { x: 0, y: 0 },
      radiusMm: 60,
      angleRad: 1,
      depthMm: 154,
    });
    expect(statusText(layout, 24.6)).toBe('Convex  ·  15.4 cm  ·  25 Hz');
  });
  test('says that a picture stands still', () => {
    const layout = scannerLayout(size, {
      kind: 'linear',
      mmPerPx: 1,
      originPx: { x: 0, y: 0 },
      widthMm: 40,
      depthMm: 60,
    });
    expect(statusText(layout, null)).toBe('Linear  ·  6 cm  ·  still');
  });
});

test.each([
  ['ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)', true],
  ['llvmpipe (LLVM 15.0.6, 256 bits)', true],
  ['ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11)', true],
  ['ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 Direct3D11 vs_5_0 ps_5_0)', false],
  ['Apple GPU', false],
])('%s is drawn by software: %s', (name, isSoftware) => {
  expect(rendererIsSoftware(name)).toBe(isSoftware);
});
