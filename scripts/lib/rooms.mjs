/**
 * The import rules of the rooms under src/, for dependency-cruiser: each room may import what its line allows
 * and nothing else, type-only imports included.
 */

/** @param {string[]} names packages, or scopes such as `@tensorflow` */
const packages = (...names) => `(^|/)node_modules/(@types/)?(${names.join('|')})/`;

/** The one outside library of each adapter. An adapter that is not here may import none. */
const ADAPTER_VENDORS = {
  archive: '@zip.js',
  audio: 'howler',
  'mask-export': 'fflate',
  clip: 'mediabunny',
  dicom: 'dicom-parser',
  offline: 'workbox-window',
  segmenter: '@tensorflow',
  store: 'idb',
};

/** @param {string[]} rooms folders of src/ */
const rooms = (...rooms) => `^src/(${rooms.join('|')})/`;

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

const adapterRules = Object.entries(ADAPTER_VENDORS).map(([adapter, vendor]) =>
  allow(
    `adapter-${adapter}`,
    `adapters/${adapter} imports domain, ports, itself, ${vendor} and data files, nothing else`,
    { path: `^src/adapters/${adapter}/` },
    [rooms('domain', 'ports', `adapters/${adapter}`), packages(vendor), '^(models|assets)/'],
  ),
);

const listedAdapters = Object.keys(ADAPTER_VENDORS).join('|');

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
export const ROOM_RULES = [
  allow(
    'domain',
    'domain imports itself only',
    { path: rooms('domain'), pathNot: '^src/domain/(scenario|digest)/' },
    [rooms('domain')],
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
  allow('ports', 'ports import domain and ports only', { path: rooms('ports') }, [rooms('domain', 'ports')]),
  allow('machines', 'machines import domain, ports, machines and xstate only', { path: rooms('machines') }, [
    rooms('domain', 'ports', 'machines'),
    packages('xstate'),
  ]),
  ...adapterRules,
  allow(
    'adapter-without-vendor',
    'an adapter imports domain, ports, itself and data files; its one vendor library is named in scripts/lib/rooms.mjs',
    { path: '^src/adapters/([^/]+)/', pathNot: `^src/adapters/(${listedAdapters})/` },
    [rooms('domain', 'ports', 'adapters/$1'), '^(models|assets)/'],
  ),
  allow('game', 'game imports domain, ports, machines, game and phaser only', { path: rooms('game') }, [
    rooms('domain', 'ports', 'machines', 'game'),
    packages('phaser'),
    '^assets/',
  ]),
  allow(
    'studio',
    'studio imports domain, ports, machines, studio and preact only',
    { path: rooms('studio') },
    [rooms('domain', 'ports', 'machines', 'studio'), packages('preact', '@preact')],
  ),
  {
    name: 'cli',
    comment:
      'cli imports domain, adapters that run without a browser (segmenter/shared, archive, dicom, gif), cli, data files, scripts/lib, Node and packages only',
    severity: 'error',
    from: { path: rooms('cli'), pathNot: rooms('cli/bench') },
    to: {
      pathNot: [
        rooms('domain', 'cli', 'adapters/segmenter/shared', 'adapters/(archive|dicom|gif)'),
        '(^|/)node_modules/',
        '^(models|scenarios|scripts/lib)/',
      ].join('|'),
      dependencyTypesNot: ['core'],
    },
  },
  allow(
    'cli-bench',
    'cli/bench measures what the game ships: domain, ports, the segmenter, the sources, game, the viewer of app with what it needs, cli and packages only',
    { path: rooms('cli/bench') },
    [
      rooms('domain', 'ports', 'cli', 'game', 'adapters/(segmenter|clip|camera|phantom-worker)'),
      '^src/app/(viewer|network)\\.ts$',
      '(^|/)node_modules/',
      '^models/',
    ],
  ),
  {
    name: 'nobody-imports-cli',
    comment: 'only cli imports cli',
    severity: 'error',
    from: { path: '^src/', pathNot: rooms('cli') },
    to: { path: rooms('cli') },
  },
  {
    name: 'nobody-imports-tests',
    comment: 'src never imports tests or training',
    severity: 'error',
    from: { path: '^src/' },
    to: { path: '^(tests|training)/' },
  },
  {
    name: 'scripts-in-cli-only',
    comment: 'what runs in the browser imports nothing of scripts',
    severity: 'error',
    from: { path: '^src/', pathNot: rooms('cli') },
    to: { path: '^scripts/' },
  },
  {
    name: 'node-in-cli-only',
    comment: 'what runs in the browser imports nothing of Node',
    severity: 'error',
    from: { path: '^src/', pathNot: rooms('cli') },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'no-unresolved',
    comment: 'an import leads nowhere',
    severity: 'error',
    from: { path: '^src/' },
    to: { couldNotResolve: true },
  },
  {
    name: 'no-circular',
    comment: 'modules that import one another cannot be understood apart',
    severity: 'error',
    from: { path: '^src/' },
    to: { circular: true },
  },
];
