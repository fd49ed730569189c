import { describe, expect, it } from 'vitest';
import { noticeSentence } from '../../../../src/parts/marking/notice-sentence.ts';
import { inSpanish } from '../../../support/spanish.ts';

const MISSING = { code: 'points_missing', tool: 'region', needed: 3, missing: 1 } as const;

describe('noticeSentence', () => {
  it('says why nothing was done', () => {
    expect(noticeSentence(MISSING)).toBe('A region needs 3 points: 1 more.');
    expect(noticeSentence({ ...MISSING, tool: 'line', needed: 2 })).toBe('A line needs 2 points: 1 more.');
    expect(noticeSentence({ code: 'finding_not_asked', finding: 'consolidation' })).toBe(
      'This step does not ask for: Consolidation.',
    );
    expect(noticeSentence({ code: 'tool_missing', tool: 'beam' })).toBe(
      'This step is done without the beam.',
    );
  });

  describe('in Spanish', () => {
    inSpanish();

    it('says why nothing was done', () => {
      expect(noticeSentence(MISSING)).toBe('Una región necesita 3 puntos: falta 1.');
      expect(noticeSentence({ ...MISSING, missing: 2 })).toBe('Una región necesita 3 puntos: faltan 2.');
      expect(noticeSentence({ code: 'finding_not_asked', finding: 'consolidation' })).toBe(
        'En este paso no se pide: Consolidación.',
      );
    });
  });
});
