import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sentencesFind } from '../../support/sentence-find.ts';

/** No sentence that a person reads or hears stands outside of `src/words`. */

const ROOT = join(import.meta.dirname, '../../../src');

/** Rooms in which English stands by design. */
const ROOMS: Readonly<Record<string, string>> = {
  'words/': 'the sentences themselves',
  'cli/': 'commands speak English',
  'lab/': 'commands speak English',
  'formats/dicom-sr/': 'concepts and terms of DICOM, in English as the standard has them',
  'formats/scorm/': 'XML that course systems read; the texts in it are given to it',
  'domain/scenario/': 'what authors of scenarios read, in editors and in the terminal',
  'domain/stored/': 'what of a stored record is unsound, for whoever changed it by hand',
  'domain/findings/look.ts': 'the names that commands print',
  'domain/medicine/term.ts': 'terms that English texts are searched for',
  'network/': 'what is wrong with the files of a network, for whoever made it',
  'adapters/segmenter/': 'causes of errors, for the console',
  'ui/icon.tsx': 'drawings',
};

/** Texts that are no sentences of the game, by their files. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  // Causes of errors, for the console.
  'adapters/clip/sector-finder.ts': ['Nobody looks for the sector any more.'],
  'adapters/course-system/xapi-session.ts': ['Basic …', 'Answered with ….'],
  'adapters/dicom/client/dicom-open.ts': ['The DICOM file was closed.'],
  'adapters/gif/gif-open.ts': ['The GIF was closed.'],
  'adapters/mask-export/client/masks-export.ts': ['no archive'],
  'adapters/phantom-worker/client/exam-worker.ts': ['no answer'],
  'adapters/records/worker/drive-opfs.ts': ['No more room.'],
  'adapters/shared/worker-calls.ts': ['Nobody waits for it any more.'],
  'adapters/store/place-update.ts': ['The saved session is not an object with a state.'],
  'adapters/store/database-idb.ts': ['No answer within … ms.'],
  // Places in stored records, for `domain/stored`.
  'adapters/store/copy-read.ts': ['record …'],
  'adapters/store/database-read.ts': ['The attempt', 'The item', 'The place'],
  'adapters/store/database-update.ts': ['The saved session'],
  'adapters/store/store.ts': ['The attempt', 'The item', 'The place'],
  'domain/frame/clip-used-schema.ts': ['the hash that a file is known again by'],
  'domain/geometry/sector-schema.ts': ['an angle'],
  'domain/learning/attempt.ts': ['a number or a text', 'a kind of step', 'an object'],
  'domain/learning/item-record.ts': [
    'a whole number up to 4294967295',
    '…, the version that this game knows',
    'a list that names each skill once',
    'a kind of source',
  ],
  'domain/learning/place.ts': ['an object'],
  'domain/scan/view-schema.ts': ['… numbers'],
  'domain/marks/history-schema.ts': ['of as many edits'],
  'domain/marks/mark-schema.ts': ['one of …', 'an object'],
  // Formats by their own names, and what stands in files of them.
  'domain/annotation/loss.ts': ['DICOM SR'],
  'formats/cvat/cvat-json-read.ts': ['label …'],
  'formats/cvat/cvat-xml-write.ts': [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<track …>',
    'frame="…" keyframe="1" outside="…" occluded="0" … z_order="0"',
    '<attribute name="…">…</attribute>',
    'xtl="…" ytl="…" xbr="…" ybr="…"',
    'rle="…" left="…" top="…" width="…" height="…"',
  ],
  'formats/png-mask/png-mask-read.ts': ['value …'],
  // Names of things in code.
  'adapters/camera/client/camera-devices.ts': ['batsign camera …'],
  'adapters/certificate/certificate-pdf.ts': ['bold …px sans-serif'],
  'domain/grading/count-lines.ts': ['piece …', 'multiple …'],
  'domain/grading/key/a-lines.ts': ['… piece …', '… at …'],
  'scanner/furniture-layer.ts': ['furniture …'],
  'scanner/furniture.ts': ['"Inter Variable", Inter, system-ui, sans-serif', '500 …px …'],
  'scanner/reveal-layers.ts': [
    'reveal hit',
    'reveal miss',
    'reveal extra',
    'reveal neutral',
    'reveal unsure',
  ],
  // Names of formats, which are the same in every language.
  'formats/dicom/dicom-encoding.ts': ['High-Throughput JPEG 2000'],
  'formats/dicom/dicom-pixels.ts': ['PALETTE COLOR'],
  'formats/zip/archive-refusal.ts': ['JPEG recompression'],
  // Signs that are the same in every language.
  'parts/medicine/sources.tsx': ['doi.org/', 'PMID …'],
};

/** The game's own name. */
const NAME = 'Batsign';

const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(sep).join('/'))
  .filter((file) => /\.tsx?$/.test(file));
const found = files
  .filter((file) => !Object.keys(ROOMS).some((room) => file.startsWith(room)))
  .flatMap((file) =>
    sentencesFind(file, readFileSync(join(ROOT, file), 'utf8')).map((one) => ({ file, ...one })),
  )
  .filter(({ text }) => text !== NAME);

test('every sentence stands in src/words', () => {
  const outside = found.filter(({ file, text }) => !TEXTS[file]?.includes(text));
  expect(outside.map(({ file, line, text }) => `src/${file}:${line}: ${text}`)).toEqual([]);
});

test('every exception is still one', () => {
  const named = Object.entries(TEXTS).flatMap(([file, texts]) => texts.map((text) => `${file}: ${text}`));
  const there = new Set(found.map(({ file, text }) => `${file}: ${text}`));
  expect(named.filter((one) => !there.has(one))).toEqual([]);
  const rooms = Object.keys(ROOMS).filter((room) => !files.some((file) => file.startsWith(room)));
  expect(rooms).toEqual([]);
});

describe('a text is found', () => {
  const texts = (code: string): readonly string[] => sentencesFind('some.tsx', code).map(({ text }) => text);

  test.each([
    ['between tags', '<p>Stop</p>', ['Stop']],
    ['with a blank between words', "const text = 'Stop here';", ['Stop here']],
    ['beside what is filled in', 'const text = `\u0024{count} images`;', ['… images']],
    [
      'in an attribute that is heard',
      '<b aria-label="Stop" title={\'Go\'} alt={isOn ? `On` : "Off on"} />',
      ['Stop', 'Go', 'Off on'],
    ],
    ['as an argument', "announce('All is erased.');", ['All is erased.']],
    ['in an error that is told', "new InputError('code', 'Choose another file.');", ['Choose another file.']],
  ])('%s', (_, code, found) => {
    expect(texts(code)).toEqual(found);
  });

  test.each([
    ['a word of code', "const kind = 'rib';"],
    ['a class name', '<b class="button button-wide" />'],
    ['what developers read', "throw new TypeError('No such thing.'); console.warn('Not now.');"],
    ['an import', "import { say } from './a file.ts';"],
    ['a type', "type Side = 'left side' | 'right side';"],
    ['a line to draw', 'const d = `M\u0024{x} \u0024{y}h\u0024{w}`; const e = "M15 5l-7 7 7 7";'],
    ['a selector', "root.querySelector('button.big, a.small'); matchMedia('(pointer: coarse)');"],
    ['a media query', "useMedia('(max-width: 960px)');"],
  ])('but not %s', (_, code) => {
    expect(texts(code)).toEqual([]);
  });
});
