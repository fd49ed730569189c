import { describe, expect, test } from 'vitest';
import { POSE_START } from '../../../../src/domain/scan/pose-limits.ts';
import { scanHint } from '../../../../src/pages/scan/scan-hint.ts';
import { scanBegin } from '../../../../src/parts/console/machine/scan-context.ts';
import { scannedId, scannedRead } from '../../../../src/parts/session/scanned-id.ts';
import { english } from '../../../support/facts.ts';

const begun = scanBegin({ request: { seed: 1, condition: 'normal' }, isSecret: true, zoneSet: 'zones_8' });

describe('the next step', () => {
  test('is another one wherever the learner is', () => {
    const light = { ...begun, pose: { ...POSE_START, pressure: 0.1 } };
    const hints = [
      scanHint('running', begun, false, true),
      scanHint('running', begun, true, true),
      scanHint('running', light, true, true),
      scanHint('running', { ...begun, tool: 'm_line', mLine: 0 }, true, true),
      scanHint('running', { ...begun, mLine: 0 }, true, true),
      scanHint('frozen', begun, true, true),
      scanHint('frozen', { ...begun, tool: 'caliper' }, true, true),
      scanHint('frozen', { ...begun, isTruthShown: true }, true, true),
      scanHint('opening', begun, false, true),
    ];
    expect(new Set(hints).size).toBe(hints.length);
  });

  test('names no key where there is no keyboard', () => {
    for (const place of ['running', 'frozen'] as const) {
      for (const change of [{}, { mLine: 0 }, { tool: 'm_line' }, { isTruthShown: true }] as const) {
        const hint = scanHint(place, { ...begun, ...change }, false, false);
        expect(hint).not.toMatch(/Space|←|→|arrow|\b[A-Z]\b(?!-)/);
      }
    }
  });

  test('says what failed, in its own words', () => {
    expect(scanHint('failed', { ...begun, problem: english('Choose another patient.') }, false, true)).toBe(
      'Choose another patient.',
    );
  });
});

describe('a scanned patient in the name of a scenario', () => {
  const request = {
    seed: 4_000_000_000,
    condition: 'interstitial',
    bLinesPerSpace: 3,
    breathsPerMinute: 16,
    breathDepth: 0,
  } as const;
  const pose = { aroundMm: -90.25, downMm: 66, rotationRad: 0.09, tiltRad: -0.35, pressure: 0.55 };

  test('comes back as it was', () => {
    expect(scannedRead(scannedId({ request, pose }))).toEqual({ request, pose });
    const plain = { request: { seed: 0, condition: 'normal' }, pose: POSE_START } as const;
    expect(scannedRead(scannedId(plain))).toEqual(plain);
  });

  test('any other name is none', () => {
    const id = scannedId({ request, pose });
    for (const other of ['own-clip', 'scanned', `${id}_1`, id.replace('scanned_4', 'scanned_9'), `${id}x`]) {
      expect(scannedRead(other)).toBeNull();
    }
  });
});
