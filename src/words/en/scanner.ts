/** Words beside the image on the scanner's screen. */
export const scanner = {
  status: '{{probe}}  ·  {{cm, number(maximumFractionDigits: 1)}} cm  ·  {{rate}}',
  probe: { convex: 'Convex', linear: 'Linear' },
  rate: '{{hz, number}} Hz',
  still: 'still',
} as const;
