import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} Notice
 * @property {string} name
 * @property {string} version
 * @property {string} licence SPDX expression
 * @property {string} text of its licence file; empty where it brings none
 * @property {string} source address of its source; empty where it names none
 */

/** Licences that ask to be told where the source of an unchanged package is to be had. */
const SOURCE_ASKED = ['MPL-2.0'];

/** Files of these packages are bundled although they are no runtime dependency of any code. */
const BUNDLED_ASSETS = [
  '@fontsource-variable/inter',
  // The service worker is made of these.
  'workbox-core',
  'workbox-precaching',
  'workbox-routing',
  'workbox-strategies',
];

/**
 * Software compiled into a package's files beside its own code, which no package tells of. `version` is the one that
 * was looked into: where another is installed it is to be looked into again. LLVM's libraries are in such files too;
 * their licence asks for no notice there.
 */
export const COMPILED_IN = [
  {
    // By the paths and names of functions in its binary.
    package: '@litertjs/core',
    version: '2.5.3',
    parts: [
      { name: 'LiteRT and TensorFlow Lite', licence: 'Apache-2.0', file: 'apache-2.0.txt' },
      { name: 'Abseil', licence: 'Apache-2.0', file: 'apache-2.0.txt' },
      { name: 'FlatBuffers', licence: 'Apache-2.0', file: 'apache-2.0.txt' },
      { name: 'gemmlowp', licence: 'Apache-2.0', file: 'apache-2.0.txt' },
      { name: 'ruy', licence: 'Apache-2.0', file: 'apache-2.0.txt' },
      { name: 'XNNPACK', licence: 'BSD-3-Clause', file: 'xnnpack.txt' },
      { name: 'Protocol Buffers', licence: 'BSD-3-Clause', file: 'protobuf.txt' },
      { name: 'pthreadpool', licence: 'BSD-2-Clause', file: 'pthreadpool.txt' },
      { name: 'cpuinfo', licence: 'BSD-2-Clause', file: 'cpuinfo.txt' },
      {
        name: 'Eigen',
        licence: 'MPL-2.0',
        file: 'mpl-2.0.txt',
        source: 'https://gitlab.com/libeigen/eigen',
      },
      { name: 'FXdiv', licence: 'MIT', file: 'fxdiv.txt' },
      { name: 'FP16', licence: 'MIT', file: 'fp16.txt' },
      { name: 'Emscripten', licence: 'MIT', file: 'emscripten.txt' },
      { name: 'musl', licence: 'MIT', file: 'musl.txt' },
    ],
  },
  {
    package: '@tensorflow/tfjs-backend-wasm',
    version: '4.22.0',
    parts: [
      { name: 'XNNPACK', licence: 'BSD-3-Clause', file: 'xnnpack.txt' },
      { name: 'pthreadpool', licence: 'BSD-2-Clause', file: 'pthreadpool.txt' },
      { name: 'cpuinfo', licence: 'BSD-2-Clause', file: 'cpuinfo.txt' },
      { name: 'FXdiv', licence: 'MIT', file: 'fxdiv.txt' },
      { name: 'FP16', licence: 'MIT', file: 'fp16.txt' },
      { name: 'Emscripten', licence: 'MIT', file: 'emscripten.txt' },
      { name: 'musl', licence: 'MIT', file: 'musl.txt' },
    ],
  },
];

/**
 * Packages that runtime dependencies bring, by their place under node_modules, types aside.
 * @param {Record<string, { dev?: boolean, devOptional?: boolean, optional?: boolean }>} packages of the lock file
 */
export function runtimePlaces(packages) {
  return Object.entries(packages)
    .filter(([place, { dev, devOptional, optional }]) => {
      const name = place.split('node_modules/').at(-1) ?? '';
      if (BUNDLED_ASSETS.includes(name)) return true;
      const isTypes = name.startsWith('@types/') || name === '@webgpu/types';
      return name !== '' && !dev && !devOptional && !optional && !isTypes;
    })
    .map(([place]) => place)
    .sort();
}

/**
 * @param {string} root
 * @param {string} place
 * @returns {Notice}
 */
function noticeRead(root, place) {
  const folder = join(root, place);
  const { name, version, license, repository } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const file = readdirSync(folder).find((entry) => /^licen[cs]e([.-].*)?$/i.test(entry));
  const text = file ? readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim() : '';
  const source = String(repository?.url ?? repository ?? '').replace(/^git\+/, '');
  return { name, version, licence: String(license?.type ?? license ?? 'unknown'), text, source };
}

/** Packages that bring compiled code of which the game takes nothing, with the one entry of theirs that it imports. */
export const COMPILED_OUT = [{ package: '@zip.js/zip.js', entry: '@zip.js/zip.js/lib/zip-core-native.js' }];

/**
 * @param {string} root
 * @returns {Notice[]}
 */
function compiledInRead(root) {
  return COMPILED_IN.flatMap(({ package: holder, version, parts }) =>
    parts.map(({ name, licence, file, source = '' }) => ({
      name,
      version: `in ${holder} ${version}`,
      licence,
      text: readFileSync(join(root, 'scripts', 'notices', file), 'utf8').trim(),
      source,
    })),
  );
}

/**
 * The notices that the licences of bundled packages ask for, each licence text once.
 * @param {string} root the repository, with its dependencies installed
 */
export function noticesWrite(root) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const notices = [
    ...runtimePlaces(packages).map((place) => noticeRead(root, place)),
    ...compiledInRead(root),
  ];
  /** @type {Map<string, string[]>} */
  const byText = new Map();
  for (const { name, version, licence, text, source } of notices) {
    const title = `${name} ${version} (${licence})`;
    const told = SOURCE_ASKED.includes(licence) ? `${title}\nIts source, unchanged here: ${source}` : title;
    byText.set(text, [...(byText.get(text) ?? []), told]);
  }
  const parts = [...byText].map(([text, titles]) => {
    const shown = text || 'The package brings no licence file; its licence is the one named above.';
    return `${titles.join('\n')}\n\n${shown}\n`;
  });
  const rule = `\n${'-'.repeat(80)}\n\n`;
  return `Batsign is made with the work of others. What follows are the packages that may be part of the built game,\nwith their licences. This file is written by "npm run notices".\n${rule}${parts.join(rule)}`;
}
