/** By whose word a text says what it says. */
export const medicine = {
  sources: 'Sources',
} as const;
