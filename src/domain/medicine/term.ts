/**
 * The words by which a text is known to speak of medicine: anatomy, signs, diseases. A text that uses one names its
 * source, and every one that it uses is spoken of by a statement that it names. A probe that one is told to slide, and
 * a lung scan that is called so, are no terms.
 */
const TERMS: Readonly<Record<string, RegExp>> = {
  'A-line': /\bA-(lines?|profile)\b/i,
  'B-line': /\bB-lines?\b/i,
  'Z-line': /\bZ-lines?\b/i,
  'E-line': /\bE-lines?\b/i,
  'B-line artefact score': /\bartefact score\b/i,
  BLUE: /\bBLUE\b/,
  PLAPS: /\bPLAPS\b/,
  adhesion: /\badhe(sions?|rent)\b|\bgrown together\b/i,
  air: /\bair\b/i,
  'air bronchogram': /\bbronchograms?\b/i,
  artefact: /\bartefacts?\b/i,
  asthma: /\basthma\b/i,
  atelectasis: /\batelectas(is|es)\b|\bcollapsed lung\b/i,
  barcode: /\b(barcode|stratosphere)\b/i,
  'bat sign': /\bbat\b/i,
  bone: /\bbones?\b/i,
  bronchus: /\bbronch(us|i|ial)\b/i,
  'chest wall': /\bchest walls?\b/i,
  clavicle: /\bclavicles?\b/i,
  'comet tail': /\bcomet[- ]tails?\b/i,
  confluence: /\bconfluen(t|ce|ces)\b|\bmerged?\b/i,
  consolidation: /\bconsolidat(ion|ions|ed)\b/i,
  contusion: /\bcontusions?\b/i,
  COPD: /\bCOPD\b/,
  'curtain sign': /\bcurtain\b/i,
  diaphragm: /\bdiaphragms?\b/i,
  disease: /\b(diseases?|illness(es)?|syndromes?)\b/i,
  'LUS score': /\bLUS scores?\b|\blung ultrasound scores?\b/i,
  automation: /\bautomation (bias|complacency)\b/i,
  effusion: /\beffusions?\b/i,
  emphysema: /\bemphysema\b/i,
  embolism: /\bembolism\b/i,
  fascia: /\bfasciae?\b/i,
  fibrosis: /\bfibros(is|es)\b/i,
  fluid: /\bfluids?\b/i,
  healthy: /\bhealthy\b/i,
  heart: /\bheart(beat)?s?\b/i,
  infarction: /\binfarction\b/i,
  interstitial: /\binterstiti(al|um)\b/i,
  liver: /\bliver\b/i,
  lung: /\blungs?\b(?! (ultrasound|scans?)\b)/i,
  'lung point': /\blung points?\b/i,
  'lung pulse': /\blung pulse\b/i,
  muscle: /\bmuscles?\b/i,
  oedema: /\boedema\b/i,
  pleura: /\bpleura(l|e)?\b/i,
  pneumonia: /\bpneumonias?\b/i,
  pneumothorax: /\bpneumothorax(es)?\b/i,
  quad: /\bquad sign\b/i,
  rib: /\bribs?\b/i,
  seashore: /\bseashore\b/i,
  shadow: /\bshadows?\b/i,
  shred: /\bshred\b/i,
  sinusoid: /\bsinusoid\b/i,
  sliding: /\b(slides|sliding|glid(e|es|ing))\b/i,
  spine: /\bspine\b/i,
  spleen: /\bspleen\b/i,
  tissue: /\btissues?\b/i,
};

/** The medical terms that a text uses, by name. */
export function termsOf(text: string): readonly string[] {
  return Object.keys(TERMS).filter((term) => TERMS[term]!.test(text));
}

/** Those that `text` uses and none of `statements` speaks of. */
export function termsWithout(text: string, statements: readonly string[]): readonly string[] {
  return termsOf(text).filter((term) => !statements.some((says) => TERMS[term]!.test(says)));
}
