/** The face of a probe and how deep it looks; lengths in mm. */
export type Probe =
  | {
      readonly kind: 'convex';
      readonly radiusMm: number;
      readonly angleRad: number;
      readonly depthMm: number;
    }
  | { readonly kind: 'linear'; readonly widthMm: number; readonly depthMm: number };
