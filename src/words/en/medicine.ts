/** Words around the publications that a text rests on. */
export const medicine = {
  sources: 'Sources',
} as const;
