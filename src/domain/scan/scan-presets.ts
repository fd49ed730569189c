import type { ScanControls } from './scan-controls.ts';

export const SCAN_PRESETS = ['lung', 'abdomen', 'heart', 'superficial'] as const;
export type ScanPreset = (typeof SCAN_PRESETS)[number];

export interface Limit {
  readonly least: number;
  readonly most: number;
}

/** Ranges of the knobs; depth and frequency go by the probe. */
export const CONTROL_LIMITS = {
  depthMm: { convex: { least: 60, most: 200 }, linear: { least: 40, most: 100 } },
  frequencyMhz: { convex: { least: 2, most: 6 }, linear: { least: 6, most: 12 } },
  gainDb: { least: -30, most: 30 },
  tgcDb: { least: -20, most: 20 },
  dynamicRangeDb: { least: 30, most: 90 },
  /** The focus also stays within the image. */
  focusMm: { least: 10, most: 160 },
} as const;

function within(value: number, { least, most }: Limit): number {
  return value < least ? least : value > most ? most : value;
}

/** The nearest setting that the machine has. */
export function controlsClamp(controls: ScanControls): ScanControls {
  const depthMm = within(controls.depthMm, CONTROL_LIMITS.depthMm[controls.probe]);
  const slider = (value: number): number => within(value, CONTROL_LIMITS.tgcDb);
  const [a, b, c, d, e, f, g, h] = controls.tgcDb;
  return {
    probe: controls.probe,
    depthMm,
    gainDb: within(controls.gainDb, CONTROL_LIMITS.gainDb),
    tgcDb: [slider(a), slider(b), slider(c), slider(d), slider(e), slider(f), slider(g), slider(h)],
    focusMm: Math.min(depthMm, within(controls.focusMm, CONTROL_LIMITS.focusMm)),
    frequencyMhz: within(controls.frequencyMhz, CONTROL_LIMITS.frequencyMhz[controls.probe]),
    dynamicRangeDb: within(controls.dynamicRangeDb, CONTROL_LIMITS.dynamicRangeDb),
  };
}

const LEVEL = { gainDb: 0, tgcDb: [0, 0, 0, 0, 0, 0, 0, 0] } as const;

const PRESETS: Readonly<Record<ScanPreset, ScanControls>> = {
  lung: { probe: 'convex', depthMm: 130, focusMm: 30, frequencyMhz: 4, dynamicRangeDb: 64, ...LEVEL },
  abdomen: { probe: 'convex', depthMm: 160, focusMm: 80, frequencyMhz: 3.5, dynamicRangeDb: 66, ...LEVEL },
  heart: { probe: 'convex', depthMm: 150, focusMm: 80, frequencyMhz: 2.8, dynamicRangeDb: 54, ...LEVEL },
  superficial: {
    probe: 'linear',
    depthMm: 60,
    focusMm: 22,
    frequencyMhz: 9,
    dynamicRangeDb: 64,
    ...LEVEL,
  },
};

/** How the machine is set when a preset is chosen. */
export function scanPreset(preset: ScanPreset): ScanControls {
  return PRESETS[preset];
}
