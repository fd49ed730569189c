import { expect, test } from 'vitest';
import type { MessageFact } from '../../../../src/domain/message/message-fact.ts';
import { messageSentence } from '../../../../src/ui/sentences/message-sentence.ts';
import { inSpanish } from '../../../support/spanish.ts';

inSpanish();

test.each<[MessageFact, string]>([
  [
    { code: 'pictureTooSmall', width: 20, height: 10, least: 32 },
    'La imagen mide 20 x 10 píxeles; una imagen ecográfica necesita al menos 32 x 32.',
  ],
  [{ code: 'picturesTooMany', most: 100_000 }, 'La grabación tiene más de 100.000 imágenes; acórtala.'],
  [
    { code: 'videoBeginLeftOut', count: 1 },
    'La primera imagen del vídeo no se puede decodificar sin lo que se cortó antes de ella, y se omite.',
  ],
  [
    { code: 'videoBeginLeftOut', count: 3 },
    'Las primeras 3 imágenes del vídeo no se pueden decodificar sin lo que se cortó antes de ellas, y se omiten.',
  ],
  [
    { code: 'filesWithoutClipSeveral', name: 'notas.txt', others: 2 },
    'En notas.txt y 2 más no hay ni imágenes ni grabaciones; elige imágenes PNG o JPEG, un vídeo o un archivo DICOM.',
  ],
  [
    { code: 'placeOutdated', title: 'Cuenta las líneas B' },
    '«Cuenta las líneas B» ha cambiado desde que lo dejaste, así que empieza de nuevo.',
  ],
  // What a person named is never read as anything else.
  [
    { code: 'fileNotRead', name: '$t(x) {{name}} & <b>' },
    '$t(x) {{name}} & <b> no se puede leer aquí; elige otro archivo o expórtalo como MP4 o PNG.',
  ],
])('%o', (fact, sentence) => {
  expect(messageSentence(fact)).toBe(sentence);
});
