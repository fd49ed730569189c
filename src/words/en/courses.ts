/** The courses, by their folders in `scenarios/`; one that is not here is called by its folder. */
export const courses = {
  basics: 'Basics',
  'hands-on': 'Hands on',
  'own-machine': 'Own machine',
} as const;
