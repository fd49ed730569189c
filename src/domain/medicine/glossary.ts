/** Under which heading a term stands. */
export const GLOSSARY_GROUPS = [
  'image',
  'signs',
  'motion',
  'fluid',
  'places',
  'patterns',
  'network',
] as const;
type GlossaryGroup = (typeof GLOSSARY_GROUPS)[number];

/** What the register of medicine says of a term, and what it is easily taken for. */
interface GlossaryEntry {
  readonly group: GlossaryGroup;
  /** Statements of docs/medicine.yaml that its words rest on, by id. */
  readonly statements: readonly string[];
  /** Terms that it is taken for, by id: each names it in turn. */
  readonly alike: readonly string[];
}

const ENTRIES = {
  probe: { group: 'image', statements: ['probe-kinds'], alike: [] },
  orientation: { group: 'image', statements: ['image-orientation'], alike: [] },
  depth: { group: 'image', statements: ['depth-setting'], alike: [] },
  gain: { group: 'image', statements: ['gain-setting', 'echo-brightness'], alike: [] },
  frequency: { group: 'image', statements: ['frequency-resolution'], alike: [] },
  artefact: { group: 'image', statements: ['reverberation', 'air-mirror'], alike: [] },
  reverberation: { group: 'image', statements: ['reverberation', 'a-line'], alike: [] },
  'mirror-image': { group: 'image', statements: ['mirror-image'], alike: ['consolidation'] },

  rib: { group: 'signs', statements: ['rib-shadow'], alike: ['fascia'] },
  'rib-shadow': {
    group: 'signs',
    statements: ['rib-shadow', 'fluid-lets-sound-through'],
    alike: ['effusion'],
  },
  'bat-sign': { group: 'signs', statements: ['bat-sign'], alike: [] },
  'intercostal-window': { group: 'signs', statements: ['intercostal-window'], alike: [] },
  'pleural-line': {
    group: 'signs',
    statements: ['pleural-line', 'pleural-depth', 'chest-wall-still'],
    alike: ['fascia', 'a-line'],
  },
  fascia: {
    group: 'signs',
    statements: ['chest-wall-still', 'fascia-or-a-line', 'rib-shadow'],
    alike: ['pleural-line', 'a-line', 'rib'],
  },
  'a-line': {
    group: 'signs',
    statements: ['a-line', 'a-line-air', 'a-line-angle', 'fascia-or-a-line'],
    alike: ['fascia', 'pleural-line'],
  },
  'b-line': {
    group: 'signs',
    statements: ['b-line', 'b-line-origin', 'b-line-healthy', 'b-line-bases'],
    alike: ['z-line', 'e-line', 'comet-tail', 'confluence'],
  },
  'z-line': { group: 'signs', statements: ['z-line', 'b-line'], alike: ['b-line', 'comet-tail', 'e-line'] },
  'e-line': { group: 'signs', statements: ['e-line', 'b-line'], alike: ['b-line', 'z-line'] },
  'comet-tail': { group: 'signs', statements: ['comet-tail', 'b-line-not'], alike: ['b-line', 'z-line'] },
  confluence: {
    group: 'signs',
    statements: ['confluence', 'confluence-count', 'b-line-agreement'],
    alike: ['b-line', 'white-lung'],
  },
  'white-lung': { group: 'signs', statements: ['white-lung', 'confluence'], alike: ['confluence'] },
  'artefact-score': { group: 'signs', statements: ['b-line-share'], alike: [] },

  'lung-sliding': {
    group: 'motion',
    statements: ['sliding', 'sliding-place', 'sliding-rules-out'],
    alike: ['lung-pulse'],
  },
  'lung-pulse': { group: 'motion', statements: ['lung-pulse', 'touching-layers'], alike: ['lung-sliding'] },
  'lung-point': {
    group: 'motion',
    statements: ['lung-point', 'lung-point-specific', 'lung-point-imitations', 'lung-point-size'],
    alike: ['curtain-sign'],
  },
  'm-mode': { group: 'motion', statements: ['m-mode'], alike: [] },
  'seashore-sign': { group: 'motion', statements: ['seashore', 'm-mode'], alike: ['barcode-sign'] },
  'barcode-sign': { group: 'motion', statements: ['barcode', 'sliding-absent'], alike: ['seashore-sign'] },
  pneumothorax: {
    group: 'motion',
    statements: ['pneumothorax-place', 'sliding-absent', 'a-line-air', 'blue-pneumothorax'],
    alike: [],
  },

  effusion: {
    group: 'fluid',
    statements: ['effusion', 'effusion-or-consolidation', 'effusion-echoes'],
    alike: ['consolidation', 'rib-shadow'],
  },
  'quad-sign': { group: 'fluid', statements: ['quad-sign', 'effusion'], alike: ['shred-sign'] },
  'sinusoid-sign': { group: 'fluid', statements: ['sinusoid-sign'], alike: [] },
  'spine-sign': { group: 'fluid', statements: ['spine-sign'], alike: [] },
  'curtain-sign': { group: 'fluid', statements: ['curtain-sign'], alike: ['lung-point'] },
  consolidation: {
    group: 'fluid',
    statements: ['consolidation', 'consolidation-causes', 'effusion-or-consolidation'],
    alike: ['effusion', 'mirror-image'],
  },
  'shred-sign': { group: 'fluid', statements: ['shred-sign'], alike: ['quad-sign'] },
  'air-bronchogram': { group: 'fluid', statements: ['air-bronchogram', 'consolidation'], alike: [] },

  zone: {
    group: 'places',
    statements: ['zones-six', 'zones-eight', 'zones-twelve', 'scan-whole'],
    alike: [],
  },
  'blue-point': { group: 'places', statements: ['blue-points', 'zones-six'], alike: [] },
  plaps: { group: 'places', statements: ['plaps', 'blue-points'], alike: [] },

  'a-profile': { group: 'patterns', statements: ['a-profile', 'a-prime-profile', 'a-line-air'], alike: [] },
  'b-profile': {
    group: 'patterns',
    statements: ['b-profile', 'b-prime-profile', 'blue-oedema'],
    alike: ['ab-profile'],
  },
  'ab-profile': { group: 'patterns', statements: ['ab-profile'], alike: ['b-profile'] },
  'c-profile': { group: 'patterns', statements: ['c-profile', 'blue-pneumonia'], alike: [] },
  'positive-region': {
    group: 'patterns',
    statements: ['b-line-three', 'b-line-causes', 'b-line-focal'],
    alike: [],
  },
  'lus-score': { group: 'patterns', statements: ['lus-score', 'lus-score-patterns', 'lus-sum'], alike: [] },
  'blue-protocol': {
    group: 'patterns',
    statements: [
      'blue-protocol',
      'blue-embolism',
      'blue-asthma-copd',
      'blue-pneumothorax',
      'blue-oedema',
      'blue-pneumonia',
      'scan-with-history',
    ],
    alike: [],
  },

  'automation-bias': {
    group: 'network',
    statements: [
      'automation-bias',
      'automation-bias-residents',
      'automation-bias-experience',
      'automation-bias-less',
    ],
    alike: ['automation-complacency'],
  },
  'automation-complacency': {
    group: 'network',
    statements: ['automation-complacency'],
    alike: ['automation-bias'],
  },
} as const satisfies Readonly<Record<string, GlossaryEntry>>;

/** A term of the field; its words stand in `words/XX/glossary.ts` under the same id. */
export type TermId = keyof typeof ENTRIES;

export interface GlossaryTerm {
  readonly id: TermId;
  readonly group: GlossaryGroup;
  readonly statements: readonly string[];
  readonly alike: readonly TermId[];
}

/** All terms, in the order in which they stand. */
export const GLOSSARY: readonly GlossaryTerm[] = Object.entries(ENTRIES).map(([id, entry]) => ({
  id: id as TermId,
  ...entry,
}));
