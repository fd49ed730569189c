/** An image fact and its name, in tables and in files; the order is the table's. */
export interface Fact {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
}

const BINS = 10;

function binFacts(name: 'depth' | 'lateral', say: (from: number, to: number) => string): Fact[] {
  return Array.from({ length: BINS }, (_, bin) => ({
    id: `${name}_profile_${bin + 1}`,
    label: `mean grey, ${say(bin * BINS, (bin + 1) * BINS)}`,
    unit: 'x mean',
  }));
}

/** Measured by the same code on recorded clips and on simulated exams. */
export const IMAGE_FACTS: readonly Fact[] = [
  { id: 'grey_mean', label: 'grey level, mean', unit: '0-255' },
  ...[5, 25, 50, 75, 95, 99].map((share) => ({
    id: `grey_p${share}`,
    label: `grey level, ${share}th percentile`,
    unit: '0-255',
  })),
  { id: 'texture_contrast', label: 'texture, SD of high-pass over mean', unit: '' },
  { id: 'block_snr', label: 'texture, mean over SD in small blocks', unit: '' },
  { id: 'block_sd_dark', label: 'texture, SD in blocks of grey 12-24', unit: 'grey' },
  { id: 'block_sd_mid', label: 'texture, SD in blocks of grey 30-50', unit: 'grey' },
  { id: 'block_sd_bright', label: 'texture, SD in blocks of grey 60-100', unit: 'grey' },
  { id: 'texture_skew', label: 'texture, skewness', unit: '' },
  { id: 'speckle_lateral', label: 'speckle, lateral FWHM', unit: 'px' },
  { id: 'speckle_axial', label: 'speckle, axial FWHM', unit: 'px' },
  { id: 'correlation_next', label: 'correlation with the next frame', unit: '' },
  { id: 'correlation_later', label: 'correlation with 0.4 s later', unit: '' },
  { id: 'row_contrast', label: 'row contrast (bands at one depth)', unit: 'x mean' },
  { id: 'column_contrast', label: 'column contrast (bands along a scan line)', unit: 'x mean' },
  ...binFacts('depth', (from, to) => `${from}-${to} % of depth`),
  ...binFacts('lateral', (from, to) => `${from}-${to} % of width`),
  { id: 'depth_over_radius', label: 'depth over probe radius, by the fan', unit: '' },
];

export type Measures = Readonly<Record<string, number>>;
