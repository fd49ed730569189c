export interface DepthTick {
  readonly depthMm: number;
  readonly size: 'small' | 'large';
  /** The depth in cm, on large ticks. */
  readonly label: string | null;
}

/** Up to this depth every centimetre is numbered, beyond it every fifth. */
const FINE_DEPTH_MM = 80;

/** The depth scale: a tick per centimetre from the probe's face to `depthMm`, in mm. */
export function depthTicks(depthMm: number): readonly DepthTick[] {
  const every = depthMm <= FINE_DEPTH_MM ? 1 : 5;
  const count = Math.floor(depthMm / 10 + 1e-9);
  return Array.from({ length: count + 1 }, (_, cm) => {
    const isLarge = cm % every === 0;
    return { depthMm: cm * 10, size: isLarge ? 'large' : 'small', label: isLarge ? String(cm) : null };
  });
}
