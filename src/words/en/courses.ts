/** The courses, by their folders in `scenarios/`; one that is not here is called by its folder. */
export const courses = {
  image: 'The image',
  'ribs-and-pleura': 'Ribs and pleural line',
  'a-lines': 'A-lines',
  'b-lines': 'B-lines',
  confluence: 'Confluence',
  sliding: 'Sliding and M-mode',
  'effusion-and-consolidation': 'Effusion and consolidation',
  zones: 'Zones and patterns',
  'whole-patient': 'The whole patient',
  'catch-the-ai': 'Catch the AI',
  'own-machine': 'Own machine',
} as const;
