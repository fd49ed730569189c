/**
 * The terms of the field, by their ids (`src/domain/medicine/glossary.ts`): `forms` are the ways in which a text may
 * write one, parted by commas. What `text` says rests on the term's statements.
 */
export const glossary = {
  title: 'Glossary',
  lead: 'The words of lung ultrasound, each with its sources. The images are simulated.',
  search: 'Search the terms',
  found_one: '{{count, number}} term',
  found_other: '{{count, number}} terms',
  none: 'No term has these letters in its name or its text.',
  alike: 'Easily taken for:',
  groups: {
    image: 'The image',
    signs: 'Lines and landmarks',
    motion: 'What moves',
    fluid: 'Fluid and solid lung',
    places: 'Where to scan',
    patterns: 'Patterns and scores',
    network: 'Reading beside a network',
  },
  terms: {
    probe: {
      name: 'Probe',
      forms: 'probe, probes, linear probe, convex probe',
      text: 'The part of the machine that stands on the skin, sends sound and takes up its echoes. A linear probe shows the pleural line in fine detail but does not reach deep. A convex probe draws a wide, deep fan, better for consolidation, effusion and the bases of the lung.',
    },
    orientation: {
      name: 'Orientation',
      forms: 'orientation',
      text: 'Which side of the image is which. With the probe along the body and its marker to the head, the left of the image is towards the head, its right towards the feet, and its top is the skin.',
    },
    depth: {
      name: 'Depth',
      forms: 'depth',
      text: 'How far into the body the image reaches. More depth shows more, but everything smaller and with fewer images a second. Set it so that what you look for fills the image.',
    },
    gain: {
      name: 'Gain',
      forms: 'gain, time gain compensation',
      text: 'How much the echoes are amplified after they have come back. With too little, faint echoes are lost; with too much, noise looks like a finding. Time gain compensation amplifies each depth by itself.',
    },
    frequency: {
      name: 'Frequency and resolution',
      forms: 'frequency, resolution',
      text: 'A higher frequency shows finer detail and does not reach as deep. A lower frequency reaches deeper and shows less detail.',
    },
    artefact: {
      name: 'Artefact',
      forms: 'artefact, artefacts',
      text: 'Something in the image that is not so in the body. Tissue that borders on air sends nearly all of the sound back, so all that is seen below the pleural line of healthy lung are artefacts, made by sound that goes to and fro.',
    },
    reverberation: {
      name: 'Reverberation',
      forms: 'reverberation, reverberations',
      text: 'Sound that goes to and fro between two strong reflectors comes back later each time, and the machine draws the upper structure again and again below it. A-lines are reverberations of the pleural line.',
    },
    'mirror-image': {
      name: 'Mirror image',
      forms: 'mirror image, mirror images',
      text: 'A strong, curved reflector such as the diaphragm can show what lies before it once more behind it. Liver then seems to lie above the diaphragm, where it looks like consolidation.',
    },
    rib: {
      name: 'Rib',
      forms: 'rib, ribs',
      text: 'A bright, curved front with a dark shadow below it, for bone stops nearly all of the sound. What casts no shadow is no rib.',
    },
    'rib-shadow': {
      name: 'Rib shadow',
      forms: 'rib shadow, rib shadows',
      text: 'The dark strip behind a rib, where no sound comes through. Neither lung nor air nor fluid can be seen in it. It is dark like fluid, but what lies behind fluid is bright.',
    },
    'bat-sign': {
      name: 'Bat sign',
      forms: 'bat sign',
      text: 'Two ribs with their shadows and the pleural line between them look like a bat, when the probe lies along the body across two ribs. Every scan of the lung begins with it.',
    },
    'intercostal-window': {
      name: 'Intercostal window',
      forms: 'intercostal window, intercostal windows, intercostal space, intercostal spaces',
      text: 'What lies between two neighbouring rib shadows. Only there can the pleural line and what is below it be judged.',
    },
    'pleural-line': {
      name: 'Pleural line',
      forms: 'pleural line, pleural lines',
      text: 'The bright line between and just below the ribs, where the chest wall meets the lung. All that is said about the lung is read from there. In the images here it lies 1 to 1.5 centimetres below the top of a rib.',
    },
    fascia: {
      name: 'Fascia',
      forms: 'fascia, fasciae',
      text: 'A sheet between the muscles of the chest wall. It can be as bright as the pleural line, but it lies above it, does not glide with the breath and casts no shadow.',
    },
    'a-line': {
      name: 'A-line',
      forms: 'A-line, A-lines',
      text: 'A horizontal copy of the pleural line at a whole multiple of its depth, made by sound that goes to and fro between pleura and probe. It means air below the pleura, be it in healthy lung or in a pneumothorax.',
    },
    'b-line': {
      name: 'B-line',
      forms: 'B-line, B-lines',
      text: 'A bright vertical artefact that starts at the pleural line, runs to the bottom of the image without fading, erases A-lines and moves with lung sliding. It comes from lung that holds more fluid or fibre than it should just below the pleura. One or two between two ribs can be found in healthy lungs.',
    },
    'z-line': {
      name: 'Z-line',
      forms: 'Z-line, Z-lines',
      text: 'A faint vertical artefact that means nothing. It does not move with lung sliding, erases no A-lines and gets lost in what is around it.',
    },
    'e-line': {
      name: 'E-line',
      forms: 'E-line, E-lines',
      text: 'A vertical artefact from air under the skin. It starts above the ribs and the pleural line, and can be as long and as bright as a B-line.',
    },
    'comet-tail': {
      name: 'Comet tail',
      forms: 'comet tail, comet tails',
      text: 'A short, weak vertical artefact from the pleural line that fades within two or three centimetres. It does not erase A-lines, is found in healthy lung, and is no B-line.',
    },
    confluence: {
      name: 'Confluence',
      forms: 'confluence, confluences, confluent B-lines',
      text: 'B-lines that merge, with no gap between them. They can no longer be counted one by one, only measured by the share of the pleural line between the ribs that they fill. Experts do not always agree where it begins.',
    },
    'white-lung': {
      name: 'White lung',
      forms: 'white lung',
      text: 'A confluence that fills the whole space between two ribs, so that the image below the pleural line is evenly white.',
    },
    'artefact-score': {
      name: 'B-line artefact score',
      forms: 'B-line artefact score, BLAS',
      text: 'The share of the space between two ribs that B-lines and confluences fill. It still tells more from less where B-lines have merged.',
    },
    'lung-sliding': {
      name: 'Lung sliding',
      forms: 'lung sliding',
      text: 'The pleural line shimmers to and fro with every breath, as the layer of the pleura that covers the lung glides along the layer of the chest wall. Seeing it rules out a pneumothorax at that place. It is least at the top of the lung and strongest near the diaphragm.',
    },
    'lung-pulse': {
      name: 'Lung pulse',
      forms: 'lung pulse',
      text: 'A twitch of the pleural line with every heartbeat, seen where the lung touches the chest wall but does not slide. It rules out a pneumothorax at that place.',
    },
    'lung-point': {
      name: 'Lung point',
      forms: 'lung point, lung points',
      text: 'The edge of a pneumothorax, where sliding lung comes into the image and leaves it with the breath. It is highly specific for a pneumothorax; not finding one rules nothing out. The edges of the heart and the diaphragm imitate it.',
    },
    'm-mode': {
      name: 'M-mode',
      forms: 'M-mode',
      text: 'One scan line drawn again and again, side by side. What stands still becomes straight lines, what moves becomes grain.',
    },
    'seashore-sign': {
      name: 'Seashore sign',
      forms: 'seashore sign, seashore',
      text: 'M-mode with straight lines above the pleural line and grain like sand below it. The lung slides at this place.',
    },
    'barcode-sign': {
      name: 'Barcode sign',
      forms: 'barcode sign, stratosphere sign, barcode',
      text: 'M-mode with straight lines from top to bottom, below the pleural line too. Nothing slides at this place; that alone does not prove a pneumothorax.',
    },
    pneumothorax: {
      name: 'Pneumothorax',
      forms: 'pneumothorax, pneumothoraces',
      text: 'Air between the two layers of the pleura, which hides the lung. It rises, so one looks in front first in a patient who lies on the back. Lung sliding is absent and A-lines can be seen; a lung point makes it very likely.',
    },
    effusion: {
      name: 'Pleural effusion',
      forms: 'pleural effusion, pleural effusions, effusion, effusions',
      text: 'Fluid between the two layers of the pleura, mostly black. Its deep border, the surface of the lung, is smooth and moves with the breath. Fine echoes that swirl in it speak for blood, pus or other fluid full of cells or protein.',
    },
    'quad-sign': {
      name: 'Quad sign',
      forms: 'quad sign',
      text: 'An effusion with four borders: the pleural line above, two rib shadows at the sides, and below the smooth surface of the lung.',
    },
    'sinusoid-sign': {
      name: 'Sinusoid sign',
      forms: 'sinusoid sign',
      text: 'In M-mode through an effusion the surface of the lung moves towards the pleural line with every breath in, like a wave. It shows that the fluid is free and thin.',
    },
    'spine-sign': {
      name: 'Spine sign',
      forms: 'spine sign',
      text: 'The spine can be seen above the diaphragm, since fluid there lets the sound through. In healthy lung air hides it, and it ends at the diaphragm.',
    },
    'curtain-sign': {
      name: 'Curtain sign',
      forms: 'curtain sign',
      text: 'At the base of a healthy lung air comes down over liver or spleen with every breath in and hides the diaphragm, like a curtain.',
    },
    consolidation: {
      name: 'Consolidation',
      forms: 'consolidation, consolidations, consolidated lung',
      text: 'Lung that holds hardly any air and so looks like a solid organ, like liver, right below the pleural line. Pneumonia, atelectasis, contusion, infarction and tumour can cause it; the image alone seldom tells which.',
    },
    'shred-sign': {
      name: 'Shred sign',
      forms: 'shred sign',
      text: 'The ragged deep border of a consolidation, where it meets lung that holds air, with bright, scattered echoes behind it.',
    },
    'air-bronchogram': {
      name: 'Air bronchogram',
      forms: 'air bronchogram, air bronchograms',
      text: 'Air in a bronchus that runs through consolidated lung: bright points or branching lines. Where it moves with the breath the bronchus is open, and pneumonia is likelier than atelectasis from a blocked bronchus.',
    },
    zone: {
      name: 'Zone',
      forms: 'zone, zones',
      text: 'A part of the chest that is scanned and told apart from others. The BLUE protocol has six points, other schemes have eight zones in front and at the side, or twelve with the back. A finding is named with its zone.',
    },
    'blue-point': {
      name: 'BLUE point',
      forms: 'BLUE point, BLUE points',
      text: 'One of the three places on either side at which the BLUE protocol looks: the upper point below the middle of the clavicle, the lower point about a hand further down and outwards, and the PLAPS point behind the side of the chest.',
    },
    plaps: {
      name: 'PLAPS',
      forms: 'PLAPS, PLAPS point, PLAPS points',
      text: 'Posterolateral alveolar and/or pleural syndrome: consolidation or effusion, or both, at the PLAPS point, as far back as the probe can go in a patient who lies on the back.',
    },
    'a-profile': {
      name: 'A-profile',
      forms: 'A-profile',
      text: "A-lines with lung sliding, and two B-lines at most between two ribs: what healthy lung shows, and what the lung shows in asthma, COPD and pulmonary embolism. Without lung sliding it is the A'-profile, which may be a pneumothorax.",
    },
    'b-profile': {
      name: 'B-profile',
      forms: 'B-profile',
      text: "Lung sliding, and three or more B-lines between two ribs in front on both sides. In acute respiratory failure it points to oedema of the lung from the heart. Without lung sliding it is the B'-profile, which points to pneumonia.",
    },
    'ab-profile': {
      name: 'A/B-profile',
      forms: 'A/B-profile',
      text: 'Three or more B-lines between two ribs in front on one side, and A-lines on the other. In acute respiratory failure it points to pneumonia.',
    },
    'c-profile': {
      name: 'C-profile',
      forms: 'C-profile',
      text: 'Consolidation in front, of whatever size. In acute respiratory failure it points to pneumonia.',
    },
    'positive-region': {
      name: 'Positive region',
      forms: 'positive region, positive regions, interstitial pattern',
      text: 'A place with three or more B-lines in the space between two ribs, in one image along the body: an interstitial pattern. Oedema, pneumonia and fibrosis can all cause it; where such regions lie helps to tell them apart.',
    },
    'lus-score': {
      name: 'LUS score',
      forms: 'LUS score, LUS scores, lung ultrasound score',
      text: 'Each zone gets 0 to 3 by its worst finding. By patterns, as charts are scored here: 0 for A-lines or fewer than three B-lines, 1 for three or more separate B-lines, 2 for a confluence, 3 for consolidation. By a newer rule B-lines and confluences along up to half of the pleural line are 1, along more than half 2. The sum tells how little air the lung holds; it names no disease.',
    },
    'blue-protocol': {
      name: 'BLUE protocol',
      forms: 'BLUE protocol',
      text: 'Looks for the cause of acute respiratory failure in a fixed order: lung sliding, then A-lines, B-lines or consolidation in front, then the veins or the PLAPS points. Its answers were right in 90.5 % of 260 patients. It is read together with the history.',
    },
    'automation-bias': {
      name: 'Automation bias',
      forms: 'automation bias',
      text: 'To rely too much on what a machine proposes: to take over its errors and to miss what it does not show. In one study doctors in training accepted 52 % of the wrong proposals of an AI that was otherwise reliable.',
    },
    'automation-complacency': {
      name: 'Automation complacency',
      forms: 'automation complacency',
      text: 'To look less closely because a machine is looking too, most of all where there is much else to do. Practice alone does not undo it.',
    },
  },
} as const;
