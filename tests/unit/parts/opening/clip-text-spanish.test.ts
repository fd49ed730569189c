import { expect, test } from 'vitest';
import {
  bytesText,
  clipNameText,
  clipTitle,
  fromText,
  lengthText,
  sectorText,
} from '../../../../src/parts/opening/clip-text.ts';
import { openingText } from '../../../../src/parts/opening/opening-text.ts';
import { say } from '../../../../src/ui/words/say.ts';
import { inSpanish } from '../../../support/spanish.ts';

inSpanish();

test('what a clip is, in Spanish', () => {
  expect([1536, 1.5 * 1024 ** 2, 15.7 * 1024 ** 2].map(bytesText)).toEqual(['2 kB', '1,5 MB', '16 MB']);
  expect(lengthText({ timesMs: [0] })).toBe('1 imagen');
  expect(lengthText({ timesMs: [0, 1500] })).toBe('1,5 s, 2 imágenes');
  const sector = { kind: 'linear', mmPerPx: 1, originPx: { x: 0, y: 0 }, widthMm: 9, depthMm: 55 } as const;
  expect(sectorText({ sector, isScaleAssumed: true })).toBe('Lineal, 5,5 cm de profundidad (supuesta)');
  expect(clipTitle({ name: '', savedAtMs: Date.UTC(2026, 10, 23, 12) })).toBe('Clip del 23 nov 2026');
  expect(clipNameText({ name: 'a.png', others: 1, size: null })).toBe('a.png y 1 más');
  expect(fromText('patient')).toBe('De un paciente virtual');
  expect(openingText({ step: 'looking', done: 2, all: 5 }).text).toBe('Mirando el clip 3 de 5');
});

test('what the library says of images, in Spanish', () => {
  expect(say('library.import.importSome', { count: 1 })).toBe('Importar 1 clip');
  expect(say('library.import.entries', { count: 12 })).toBe('12 datos del archivo:');
  expect(
    say('library.strip.seen', {
      image: 3,
      images: 40,
      seconds: 0.08,
      percent: 35,
      count: 2,
      findings: ['Línea pleural', 'Línea B'],
    }),
  ).toBe(
    'Imagen 3 de 40, 0,08 segundos, puntuación de líneas B del 35 %, 2 líneas B, se ve: Línea pleural y Línea B',
  );
});
