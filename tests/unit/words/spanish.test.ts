import { describe, expect, test } from 'vitest';
import { scanHint } from '../../../src/pages/scan/scan-hint.ts';
import { copyChangeLines } from '../../../src/pages/settings/copy-text.ts';
import { scanBegin } from '../../../src/parts/console/machine/scan-context.ts';
import { say } from '../../../src/ui/words/say.ts';
import { inSpanish } from '../../support/spanish.ts';

/** Whole sentences, so that grammar, numbers and plural forms are seen. */

inSpanish();

const NONE = { added: 0, replaced: 0, removed: 0 };

describe('the change that a copy makes', () => {
  test('one and many of each gender', () => {
    const change = {
      attempts: { added: 1, replaced: 0, removed: 1200 },
      items: { added: 2, replaced: 1, removed: 0 },
      places: { added: 0, replaced: 1, removed: 2 },
      calibrations: { added: 3, replaced: 0, removed: 0 },
      areSettingsChanged: true,
    };
    const device = {
      drafts: { added: 1, replaced: 2, removed: 0 },
      courses: { added: 0, replaced: 1, removed: 0 },
      packages: { added: 2, replaced: 0, removed: 1 },
      frames: { added: 40, replaced: 0, removed: 0 },
      networks: { added: 0, replaced: 0, removed: 1 },
    };
    expect(copyChangeLines(change, { added: 0, replaced: 0, removed: 1 }, device)).toEqual([
      'Se añade 1 intento.',
      'Se borran aquí 1200 intentos que no están en la copia.',
      'Se añaden 2 respuestas a imágenes sueltas.',
      '1 respuesta a una imagen suelta se sustituye por la de la copia.',
      '1 lección a medias se sustituye por la de la copia.',
      'Se borran aquí 2 lecciones a medias que no están en la copia.',
      'Se añaden 3 configuraciones de ecógrafos.',
      'Se borra aquí 1 clip que no está en la copia.',
      'Se añade 1 borrador.',
      '2 borradores se sustituyen por los de la copia.',
      '1 curso tuyo se sustituye por el de la copia.',
      'Se añaden 2 paquetes de docentes.',
      'Se borra aquí 1 paquete de un docente que no está en la copia.',
      'Se añaden 40 imágenes etiquetadas.',
      'Se borra aquí 1 red adaptada que no está en la copia.',
      'Los ajustes se toman de la copia.',
    ]);
  });

  test('none', () => {
    const change = {
      attempts: NONE,
      items: NONE,
      places: NONE,
      calibrations: NONE,
      areSettingsChanged: false,
    };
    expect(copyChangeLines(change, null, null)).toEqual(['Nada: todo lo que hay en la copia está aquí.']);
  });
});

describe('the console', () => {
  const begun = scanBegin({ request: { seed: 1, condition: 'normal' }, isSecret: true, zoneSet: 'zones_8' });

  test('says the next step, with keys and without', () => {
    expect(scanHint('running', begun, false, true)).toBe(
      'Arrastra la sonda por el tórax, o usa las flechas, hasta que quede sobre dos costillas.',
    );
    expect(scanHint('frozen', begun, true, false)).toBe('Congelada. Retrocede, mide o muestra lo que hay.');
  });

  test('writes numbers as Spanish does', () => {
    expect(say('console.machine.cm', { cm: 4.5 })).toBe('4,5 cm');
    expect(say('scan.image.mm', { mm: 12 })).toBe('12,0 mm');
    expect(say('scan.foot.figures', { percent: 12, count: 1 })).toBe('BLAS 12 %, 1 línea B');
    expect(say('scan.foot.figuresMerged', { percent: 12, count: 2, merged: 1 })).toBe(
      'BLAS 12 %, 2 líneas B, confluencias: 1',
    );
  });
});
