/**
 * The import rules of the rooms under src/, for dependency-cruiser: each room may import what its line allows
 * and nothing else, type-only imports included.
 */

/** @param {string[]} names packages, or scopes such as `@tensorflow` */
const packages = (...names) => `(^|/)node_modules/(@types/)?(${names.join('|')})/`;

/** The one outside library of each adapter (the segmenter's network has two to compute it). An adapter that is not here may import none. */
const ADAPTER_VENDORS = {
  audio: 'howler',
  certificate: 'jspdf',
  'qr-code': 'lean-qr',
  'mask-export': 'fflate',
  clip: 'mediabunny',
  drafts: 'idb',
  networks: 'idb',
  offline: 'workbox-window',
  'course-system': '@xapi',
  packages: 'idb',
  segmenter: '@tensorflow|@litertjs',
  statements: 'idb',
  store: 'idb',
};

/** The one outside library of each format. A format that is not here may import none. */
const FORMAT_VENDORS = {
  'annotation-csv': 'papaparse',
  'class-csv': 'papaparse',
  coco: 'zod',
  cvat: 'zod',
  deflate: 'fflate',
  dicom: 'dicom-parser',
  'png-mask': 'zod',
  slicer: 'zod',
  suspend: 'fflate',
  xml: '@rgrove',
  zip: '@zip.js',
};

/** Which other parts a part may import, and which adapters it loads when they are first asked for. */
const PARTS = {
  adaptation: { parts: [], adapters: [] },
  assigned: { parts: ['session'], adapters: [] },
  answered: { parts: ['picture', 'reveal', 'session'], adapters: [] },
  capture: { parts: ['network', 'outline', 'player'], adapters: ['camera'] },
  catching: { parts: [], adapters: [] },
  console: { parts: ['network', 'player', 'probe'], adapters: [] },
  copy: { parts: [], adapters: ['archive'] },
  glossary: { parts: ['medicine', 'picture'], adapters: [] },
  handed: { parts: ['session'], adapters: [] },
  keys: { parts: [], adapters: [] },
  labelling: { parts: ['keys', 'marking', 'network', 'opening', 'player'], adapters: [] },
  learners: { parts: ['copy'], adapters: [] },
  'm-mode': { parts: ['outline'], adapters: ['clip'] },
  marking: { parts: [], adapters: [] },
  medicine: { parts: [], adapters: [] },
  network: { parts: [], adapters: [] },
  offline: { parts: ['network'], adapters: [] },
  opening: { parts: ['capture', 'outline'], adapters: ['archive', 'clip', 'dicom', 'gif', 'phantom-worker'] },
  outline: { parts: [], adapters: [] },
  packages: { parts: [], adapters: ['archive'] },
  picture: { parts: ['session'], adapters: [] },
  player: { parts: ['network'], adapters: [] },
  probe: { parts: [], adapters: [] },
  questions: { parts: ['glossary', 'keys', 'medicine', 'reveal'], adapters: [] },
  reveal: { parts: ['session'], adapters: [] },
  learning: { parts: [], adapters: [] },
  simulated: { parts: ['marking', 'probe', 'session'], adapters: [] },
  session: { parts: ['console', 'marking', 'network', 'opening', 'player', 'probe'], adapters: [] },
};

/** Which adapters a page loads when they are first asked for. */
const PAGE_ADAPTERS = {
  about: [],
  adapt: ['archive'],
  assigned: [],
  class: ['code-reader'],
  exam: ['certificate'],
  glossary: [],
  'hand-in': ['qr-code'],
  home: [],
  learners: [],
  lesson: [],
  library: ['clip', 'mask-export'],
  live: [],
  packages: [],
  play: ['clip'],
  results: [],
  scan: [],
  settings: [],
  studio: [],
};

/** @param {string[]} rooms folders of src/ */
const rooms = (...rooms) => `^src/(${rooms.join('|')})/`;

/** The rooms below the screen: what they hold runs anywhere. */
const PURE = ['domain', 'simulator', 'sector', 'formats', 'network', 'ports'];

/** What commands may import. */
const CLI = [
  rooms(...PURE, 'cli', 'adapters/segmenter/shared', 'ui/words', 'ui/sentences', 'words'),
  '(^|/)node_modules/',
  '^(models|scenarios|scripts/lib)/',
];

/**
 * @param {string} name
 * @param {string} comment
 * @param {{ path: string, pathNot?: string }} from
 * @param {string[]} allowed patterns of what may be imported
 */
const allow = (name, comment, from, allowed) => ({
  name,
  comment,
  severity: /** @type {const} */ ('error'),
  from,
  to: { pathNot: allowed.join('|') },
});

const formatRules = Object.entries(FORMAT_VENDORS).map(([format, vendor]) =>
  allow(
    `format-${format}`,
    `formats/${format} imports domain, formats and ${vendor}, nothing else`,
    { path: `^src/formats/${format}/` },
    [rooms('domain', 'formats'), packages(vendor)],
  ),
);

const adapterRules = Object.entries(ADAPTER_VENDORS).map(([adapter, vendor]) =>
  allow(
    `adapter-${adapter}`,
    `adapters/${adapter} imports the rooms that run anywhere, adapters/shared, itself, ${vendor} and data files, nothing else`,
    { path: `^src/adapters/${adapter}/` },
    [
      rooms(...PURE, 'adapters/shared', `adapters/${adapter}`),
      packages(vendor),
      '^(models|assets)/',
      ...(adapter === 'segmenter' ? ['^virtual:litert-script$'] : []),
    ],
  ),
);

const listed = (/** @type {object} */ table) => Object.keys(table).join('|');

const partRules = Object.entries(PARTS).flatMap(([part, { parts, adapters }]) => [
  allow(
    `part-${part}`,
    `parts/${part} imports what is below, itself, and only those parts and adapters that scripts/lib/rooms.mjs names`,
    { path: `^src/parts/${part}/`, pathNot: `^src/parts/${part}/machine/` },
    [
      rooms(
        ...PURE,
        'scanner',
        'ui',
        ...[part, ...parts].map((name) => `parts/${name}`),
        ...adapters.map((name) => `adapters/${name}`),
      ),
      '^src/parts/services\\.ts$',
      '^docs/',
      packages('xstate', 'preact', '@preact'),
    ],
  ),
]);

/** Parts that have machines. */
const WITH_MACHINES = /** @type {const} */ ([
  'capture',
  'console',
  'marking',
  'outline',
  'player',
  'probe',
  'session',
]);

const partMachineRules = WITH_MACHINES.map((part) => {
  const { parts } = PARTS[part];
  return allow(
    `machine-${part}`,
    `machines of parts/${part} import domain, sector, ports, machines of the parts it may import, and xstate only`,
    { path: `^src/parts/${part}/machine/` },
    [
      rooms('domain', 'sector', 'ports', ...[part, ...parts].map((name) => `parts/${name}/machine`)),
      packages('xstate'),
    ],
  );
});

const pageRules = Object.entries(PAGE_ADAPTERS).map(([page, adapters]) =>
  allow(
    `page-${page}`,
    `pages/${page} imports what is below and itself, no other page, and only those adapters that scripts/lib/rooms.mjs names`,
    { path: `^src/pages/${page}/`, pathNot: `^src/pages/${page}/machine/` },
    [
      rooms(
        ...PURE,
        'scanner',
        'ui',
        'parts',
        `pages/${page}`,
        ...adapters.map((name) => `adapters/${name}`),
      ),
      packages('xstate', 'preact', '@preact'),
    ],
  ),
);

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
export const ROOM_RULES = [
  allow(
    'domain',
    'domain imports itself and zod only',
    { path: rooms('domain'), pathNot: '^src/domain/(scenario|studio|digest|learning)/' },
    [rooms('domain'), packages('zod')],
  ),
  allow(
    'domain-digest',
    'domain/digest tells bytes apart: domain and @noble/hashes only',
    { path: '^src/domain/digest/' },
    [rooms('domain'), packages('@noble/hashes')],
  ),
  allow(
    'domain-scenario',
    'domain/scenario reads YAML text and validates it: domain, zod and yaml only',
    { path: '^src/domain/scenario/' },
    [rooms('domain'), packages('zod', 'yaml')],
  ),
  allow(
    'domain-studio',
    'domain/studio edits the YAML text of a draft: domain, zod and yaml only',
    { path: '^src/domain/studio/' },
    [rooms('domain'), packages('zod', 'yaml')],
  ),
  allow(
    'domain-learning',
    'domain/learning says what a learner can do and when it is forgotten: domain, zod and ts-fsrs only',
    { path: '^src/domain/learning/' },
    [rooms('domain'), packages('zod', 'ts-fsrs')],
  ),
  allow(
    'simulator-acoustics',
    'simulator/acoustics draws the echoes of a scene and knows no exam and no patient: domain and itself only',
    { path: '^src/simulator/acoustics/' },
    [rooms('domain', 'simulator/acoustics')],
  ),
  allow(
    'simulator-truth',
    'simulator/truth labels a scene and knows no exam and no patient: domain, simulator/acoustics and itself only',
    { path: '^src/simulator/truth/' },
    [rooms('domain', 'simulator/acoustics', 'simulator/truth')],
  ),
  allow(
    'simulator-exam',
    'simulator/exam makes scenes of exams: domain, simulator/acoustics, simulator/truth and itself only',
    { path: '^src/simulator/exam/' },
    [rooms('domain', 'simulator/acoustics', 'simulator/truth', 'simulator/exam')],
  ),
  allow(
    'simulator-patient',
    'simulator/patient makes scenes of patients: domain, simulator/acoustics, simulator/truth and itself only',
    { path: '^src/simulator/patient/' },
    [rooms('domain', 'simulator/acoustics', 'simulator/truth', 'simulator/patient')],
  ),
  allow('simulator', 'simulator imports domain and simulator only', { path: rooms('simulator') }, [
    rooms('domain', 'simulator'),
  ]),
  allow('sector', 'sector imports domain and sector only', { path: rooms('sector') }, [
    rooms('domain', 'sector'),
  ]),
  ...formatRules,
  allow(
    'format-without-vendor',
    'a format imports domain and formats; its one vendor library is named in scripts/lib/rooms.mjs',
    { path: rooms('formats'), pathNot: `^src/formats/(${listed(FORMAT_VENDORS)})/` },
    [rooms('domain', 'formats')],
  ),
  allow(
    'network',
    'network imports domain, network, tfjs-core and files of models/ only',
    { path: rooms('network'), pathNot: '^src/network/tflite/' },
    [rooms('domain', 'network'), packages('@tensorflow'), '^models/'],
  ),
  allow(
    'network-tflite',
    'network/tflite writes the network as a TensorFlow Lite file: domain, network and flatbuffers only',
    { path: '^src/network/tflite/' },
    [rooms('domain', 'network'), packages('flatbuffers')],
  ),
  allow('ports', 'ports import domain and ports only', { path: rooms('ports') }, [rooms('domain', 'ports')]),
  ...adapterRules,
  allow(
    'adapter-without-vendor',
    'an adapter imports the rooms that run anywhere, adapters/shared, itself and data files; its one vendor library is named in scripts/lib/rooms.mjs',
    { path: '^src/adapters/([^/]+)/', pathNot: `^src/adapters/(${listed(ADAPTER_VENDORS)})/` },
    [rooms(...PURE, 'adapters/(shared|$1)'), '^(models|assets)/'],
  ),
  allow(
    'words',
    'words are text alone: words only, and the type of a translation',
    { path: rooms('words') },
    [rooms('words'), '^src/ui/words/words-type\\.ts$'],
  ),
  allow(
    'ui-words',
    'ui/words turns keys and facts into sentences: ui/words, words, preact and i18next only',
    { path: '^src/ui/words/' },
    [rooms('ui/words', 'words'), packages('preact', 'i18next')],
  ),
  allow(
    'ui-sentences',
    'ui/sentences says facts of the domain in words: domain, ui/words and ui/sentences only, so that commands may use it',
    { path: '^src/ui/sentences/' },
    [rooms('domain', 'ui/words', 'ui/sentences')],
  ),
  allow(
    'ui',
    'ui imports domain, ports, ui, preact and xstate only; words by ui/words',
    { path: rooms('ui'), pathNot: '^src/ui/(words|sentences)/' },
    [rooms('domain', 'ports', 'ui'), packages('preact', '@preact', 'xstate')],
  ),
  allow('scanner', 'scanner imports domain, ports, ui, scanner and phaser only', { path: rooms('scanner') }, [
    rooms('domain', 'ports', 'ui', 'scanner'),
    packages('phaser'),
    '^assets/',
  ]),
  ...partRules,
  ...partMachineRules,
  allow(
    'services',
    'parts/services.ts names what pages get from outside: parts and below only',
    { path: '^src/parts/services\\.ts$' },
    [rooms(...PURE, 'scanner', 'ui', 'parts'), packages('preact')],
  ),
  allow(
    'part-unnamed',
    'a part is named in scripts/lib/rooms.mjs before it has files',
    { path: '^src/parts/', pathNot: `^src/parts/((${listed(PARTS)})/|services\\.ts$)` },
    ['^$'],
  ),
  ...pageRules,
  allow(
    'machine-of-page',
    'machines of a page import domain, sector, ports, machines of parts and of the page, and xstate only',
    { path: '^src/pages/([^/]+)/machine/' },
    [rooms('domain', 'sector', 'ports', 'pages/$1/machine', 'parts/[^/]+/machine'), packages('xstate')],
  ),
  allow(
    'page-unnamed',
    'a page is named in scripts/lib/rooms.mjs before it has files',
    { path: '^src/pages/', pathNot: `^src/pages/(${listed(PAGE_ADAPTERS)})/` },
    ['^$'],
  ),
  {
    name: 'cli',
    comment:
      'cli imports the rooms that run anywhere, what of the adapters runs without a browser (segmenter/shared), words, cli, data files, scripts/lib, Node and packages only',
    severity: 'error',
    from: { path: rooms('cli'), pathNot: rooms('cli/scenario-play') },
    to: { pathNot: CLI.join('|'), dependencyTypesNot: ['core'] },
  },
  {
    name: 'cli-scenario-play',
    comment:
      'cli/scenario-play has scenarios played by simulated learners: what cli may, and parts/simulated',
    severity: 'error',
    from: { path: rooms('cli/scenario-play') },
    to: {
      pathNot: [...CLI, rooms('parts/simulated')].join('|'),
      dependencyTypesNot: ['core'],
    },
  },
  {
    name: 'lab',
    comment: 'lab imports what cli may, cli and lab only',
    severity: 'error',
    from: { path: rooms('lab'), pathNot: rooms('lab/bench') },
    to: {
      pathNot: [
        rooms(...PURE, 'cli', 'lab', 'adapters/segmenter/shared', 'ui/words', 'ui/sentences'),
        '(^|/)node_modules/',
        '^(models|scenarios|scripts/lib)/',
      ].join('|'),
      dependencyTypesNot: ['core'],
    },
  },
  allow(
    'lab-bench',
    'lab/bench measures what the game ships in a browser: the rooms that run anywhere, scanner, the segmenter, the sources, the viewer with its network, cli, lab and packages only',
    { path: rooms('lab/bench') },
    [
      rooms(
        ...PURE,
        'cli',
        'lab',
        'scanner',
        'ui/words',
        'ui/sentences',
        'adapters/(segmenter|clip|camera|phantom-worker)',
      ),
      '^src/parts/(player/viewer|network/network)\\.ts$',
      '(^|/)node_modules/',
      '^models/',
    ],
  ),
  {
    name: 'nobody-imports-commands',
    comment: 'only cli and lab import cli, and only lab imports lab',
    severity: 'error',
    from: { path: '^src/', pathNot: rooms('cli', 'lab') },
    to: { path: rooms('cli', 'lab') },
  },
  {
    name: 'nobody-imports-shell',
    comment: 'the shell puts the rooms together; nobody imports it',
    severity: 'error',
    from: { path: '^src/', pathNot: rooms('shell') },
    to: { path: rooms('shell') },
  },
  {
    name: 'nobody-imports-tests',
    comment: 'src never imports tests or training',
    severity: 'error',
    from: { path: '^src/' },
    to: { path: '^(tests|training)/' },
  },
  {
    name: 'scripts-in-commands-only',
    comment: 'what runs in the browser imports nothing of scripts',
    severity: 'error',
    from: { path: '^src/', pathNot: rooms('cli', 'lab') },
    to: { path: '^scripts/' },
  },
  {
    name: 'node-in-commands-only',
    comment: 'what runs in the browser imports nothing of Node',
    severity: 'error',
    from: { path: '^src/', pathNot: rooms('cli', 'lab') },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'no-unresolved',
    comment: 'an import leads nowhere',
    severity: 'error',
    from: { path: '^src/' },
    // Modules that vite.config.ts makes have no file.
    to: { couldNotResolve: true, pathNot: '^virtual:' },
  },
  {
    name: 'no-circular',
    comment: 'modules that import one another cannot be understood apart',
    severity: 'error',
    from: { path: '^src/' },
    to: { circular: true },
  },
];
