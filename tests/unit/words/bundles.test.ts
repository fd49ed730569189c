import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { pagesLater } from '../../../scripts/lib/pages-later.mjs';
import { words as annotations } from '../../../src/words/en/bundles/annotations.ts';
import { words as start } from '../../../src/words/en/bundles/start.ts';
import { en } from '../../../src/words/en/index.ts';
import { modulesWith, roomsSaid, SRC } from '../../support/rooms-said.ts';

const pages = pagesLater();

const rooms = new Map<string, readonly string[]>();

/** The rooms of bundles, and of the start. */
const roomsOf = (bundles: readonly string[]) =>
  new Set(['start', ...bundles].flatMap((bundle) => rooms.get(bundle) ?? []));

const languages = readdirSync(join(SRC, 'words'));
const bundleFiles = (language: string) => readdirSync(join(SRC, 'words', language, 'bundles'));

const bundleRooms = async (language: string, file: string) => {
  const { words } = (await import(join(SRC, 'words', language, 'bundles', file))) as { words: object };
  return Object.keys(words);
};

beforeAll(async () => {
  for (const file of bundleFiles('en')) rooms.set(file.replace('.ts', ''), await bundleRooms('en', file));
});

describe('bundles of words', () => {
  test('hold every room, each once, but for messages, of which those of annotations come by themselves', () => {
    expect([...rooms.values()].flat().sort()).toEqual([...Object.keys(en), 'messages'].sort());
    expect({ ...start.messages, ...annotations.messages }).toEqual(en.messages);
  });

  test.each(languages)('hold the same rooms in every language: %s', async (language) => {
    expect(bundleFiles(language)).toEqual(bundleFiles('en'));
    for (const file of bundleFiles(language)) {
      expect(await bundleRooms(language, file), file).toEqual(rooms.get(file.replace('.ts', '')));
    }
  });
});

describe('words are there before they are said', () => {
  test('those of the start', () => {
    const said = roomsSaid(modulesWith(join(SRC, 'shell/main.tsx'), () => false));
    expect(said).toContain('home');
    expect(said.filter((room) => !roomsOf([]).has(room))).toEqual([]);
  });

  test('those of messages, wherever a page or a worker of one tells them', () => {
    const missing = Object.keys(en.messages).filter((code) => !(code in start.messages));
    const withMore = pages.filter(({ bundles }) => bundles.includes('annotations')).map(({ file }) => file);
    expect(withMore).toHaveLength(1);
    const modules = [...modulesWith(join(SRC, 'shell/main.tsx'), (path) => !withMore.includes(path))];
    expect(modules.some((file) => file.endsWith('.worker.ts'))).toBe(true);
    const told = modules.flatMap((file) => {
      const code = readFileSync(file, 'utf8');
      return missing.filter((one) => code.includes(`'${one}'`)).map((one) => `${file}: ${one}`);
    });
    expect(told).toEqual([]);
  });

  test.each(pages.map((page) => [page.file.slice(SRC.length), page] as const))('those of %s', (_, page) => {
    const isOfAnother = (path: string) => pages.some(({ file }) => file === path);
    const said = roomsSaid(modulesWith(page.file, (path) => !isOfAnother(path)));
    const given = roomsOf(page.bundles);
    expect(
      said.filter((room) => !given.has(room)),
      'rooms in no bundle that the page names',
    ).toEqual([]);
    expect(
      page.bundles.filter((bundle) => !rooms.get(bundle)?.some((room) => said.includes(room))),
      'bundles that the page needs nothing of',
    ).toEqual([]);
  });
});
