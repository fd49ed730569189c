/** The finding classes: as a heading, and inside a sentence. */
export const findings = {
  rib: { label: 'Rib', name: 'rib' },
} as const;
