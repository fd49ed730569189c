/** The probe in the learner's hand, and the virtual patient under it. */
export const probe = {
  title: 'Scan a patient',
  conditions: {
    normal: 'Normal lung',
    interstitial: 'Interstitial pattern (B-lines)',
    white_lung: 'White lung (merged B-lines)',
    pneumothorax: 'Pneumothorax',
    effusion: 'Pleural effusion',
    consolidation: 'Consolidation',
  },
  zoneSets: {
    blue_6: '6 BLUE points',
    zones_8: '8 zones',
    zones_12: '12 zones',
    zones_14: '14 zones',
  },
  mMode: {
    seashore: 'seashore sign: the lung slides',
    barcode: 'barcode sign: nothing moves below the pleural line',
    lung_point: 'lung point: seashore and barcode take turns with the breath',
    no_pleura: 'no pleural line',
  },
  turn: 'Turn',
  tilt: 'Tilt',
  press: 'Press',
  degrees: '{{degrees, number}}°',
  percent: '{{percent, number}} %',
} as const;
