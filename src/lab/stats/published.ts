import type { Fact } from './facts.ts';
import type { Spread } from './spread.ts';

/** A fact known from measurements on recorded convex clips, or from theory, rather than measured here. */
export interface PublishedFact extends Fact {
  /** 5th, 50th and 95th percentile, or where only one number is known, that number. */
  readonly real: Spread | number;
  readonly source: 'recorded' | 'theory';
}

const spread = (p5: number, p50: number, p95: number): Spread => ({ p5, p50, p95 });

/**
 * Geometry and artefacts of recorded convex lung clips, as measured on COVID-BLUES (Wiedemann et al. 2025,
 * IEEE J. Biomed. Health Inform. 29(9):6301) and the clips collected by Born et al. (covid19_ultrasound).
 */
export const PUBLISHED_FACTS: readonly PublishedFact[] = [
  { id: 'sector_angle_deg', label: 'opening angle, device 1', unit: 'deg', real: 59, source: 'recorded' },
  { id: 'sector_angle_deg', label: 'opening angle, device 2', unit: 'deg', real: 68, source: 'recorded' },
  { id: 'radius_mm', label: 'probe radius', unit: 'mm', real: 60, source: 'recorded' },
  { id: 'footprint_mm', label: 'chord of the probe face', unit: 'mm', real: 60, source: 'recorded' },
  { id: 'depth_mm', label: 'depth', unit: 'mm', real: spread(100, 149, 197), source: 'recorded' },
  { id: 'frame_rate_hz', label: 'frame rate', unit: '1/s', real: spread(17, 22, 30), source: 'recorded' },
  {
    id: 'pleura_mm',
    label: 'depth of the pleural line',
    unit: 'mm',
    real: spread(18, 31.5, 56),
    source: 'recorded',
  },
  { id: 'a_line_ratio', label: 'first A-line over pleural depth', unit: '', real: 2.07, source: 'recorded' },
  {
    id: 'b_line_deviation',
    label: 'B-line off the scan line',
    unit: 'deg',
    real: spread(0.2, 1.6, 5.5),
    source: 'recorded',
  },
  { id: 'b_line_length', label: 'B-line length', unit: 'mm', real: spread(55, 103, 150), source: 'recorded' },
  { id: 'b_line_end', label: 'B-line end', unit: 'x depth', real: spread(0.82, 0.92, 1), source: 'recorded' },
  { id: 'b_lines_1', label: 'frames with B-lines: share with 1', unit: '', real: 0.62, source: 'recorded' },
  { id: 'b_lines_2', label: 'share with 2', unit: '', real: 0.27, source: 'recorded' },
  { id: 'b_lines_3', label: 'share with 3', unit: '', real: 0.09, source: 'recorded' },
  { id: 'b_lines_4', label: 'share with 4 or more', unit: '', real: 0.02, source: 'recorded' },
  // Wagner et al. 1983, IEEE Trans. Sonics Ultrason. 30:156: a Rayleigh-distributed envelope.
  { id: 'envelope_snr', label: 'speckle envelope, mean over SD', unit: '', real: 1.91, source: 'theory' },
];
