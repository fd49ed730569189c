import { powerFromDb } from '../../domain/numbers/portable-math.ts';
import type { ScanControls } from '../../domain/scan/scan-controls.ts';
import type { Probe } from '../acoustics/probe.ts';
import type { ScannerTraits } from '../acoustics/scanner-traits.ts';

/** The probes of the scanner. */
const CONVEX = { radiusMm: 60, angleRad: 1.1 } as const;
const LINEAR_WIDTH_MM = 40;

export function scannerProbe({ probe, depthMm }: ScanControls): Probe {
  return probe === 'convex'
    ? { kind: 'convex', ...CONVEX, depthMm }
    : { kind: 'linear', widthMm: LINEAR_WIDTH_MM, depthMm };
}

/** Wavelength at 1 MHz in soft tissue, mm. */
const WAVE_MM = 1.54;

/** A pulse is about so many wavelengths long (SD of its envelope). */
const PULSE_WAVES = 0.75;

/** Beam width at the focus (SD), scan lines, at the probe's usual frequency; it grows with the wavelength. */
const BEAM = { convex: { lines: 0.85, mhz: 4 }, linear: { lines: 1, mhz: 9 } } as const;

/** The scanner as the controls set it. Gain and time-gain sliders act on `scannerGain`, not here. */
export function scannerTraits(controls: ScanControls): ScannerTraits {
  const { frequencyMhz, focusMm, probe } = controls;
  const beam = BEAM[probe];
  return {
    frequencyMhz,
    focusMm,
    pulseMm: (PULSE_WAVES * WAVE_MM) / frequencyMhz,
    beamLines: (beam.lines * beam.mhz) / frequencyMhz,
    tgcDbCmMhz: 0.5,
    tgcLimitDb: 62,
    noiseDb: -82,
    clutterDb: -27,
    smoothing: 0.3,
    axialSmoothing: 0.2,
    looks: 4,
    speckleExponent: 0.55,
    gamma: 1.1,
  };
}

/** Power of the echo, dB re muscle at the skin, that is drawn white at no gain. */
const WHITE_DB = 29;

/** Level drawn black, dB: a wider dynamic range shows what is fainter. */
export function scannerFloorDb({ dynamicRangeDb }: ScanControls): number {
  return WHITE_DB - dynamicRangeDb;
}

/** Writes what gain and sliders make of the power at every sample; between two sliders it goes straight. */
export function scannerGain({ gainDb, tgcDb }: ScanControls, out: Float32Array): void {
  for (let k = 0; k < out.length; k++) {
    const place = Math.min(6.999, Math.max(0, ((k + 0.5) / out.length) * 8 - 0.5));
    const slider = Math.floor(place);
    const share = place - slider;
    const sliders = tgcDb[slider]! * (1 - share) + tgcDb[slider + 1]! * share;
    out[k] = powerFromDb(gainDb + sliders);
  }
}
