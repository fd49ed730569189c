/** Words of every page. */
export const ui = {
  close: 'Close',
  dismiss: 'Dismiss this message',
  timeLeft: 'Time left',
  allScenarios: 'All scenarios',
} as const;
