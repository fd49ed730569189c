export const shell = {
  scenarioMissing: 'There is no scenario named "{{id}}" here: choose one from the list.',
  patientMissing: 'There is no patient on the couch: choose one.',
} as const;
