import { describe, expect, it } from 'vitest';
import { labelPropose, labelsApply, labelUses } from '../../../../src/domain/annotation/label-map.ts';
import { MARKABLE_FINDINGS } from '../../../../src/domain/findings/finding.ts';
import { ALONE, annotationOf } from '../../../support/annotation-make.ts';
import { sentenceThrown } from '../../../support/facts.ts';

const box = (label: string) => ({
  index: 0,
  shape: { ...ALONE, kind: 'box' as const, label, left: 1, top: 1, width: 2, height: 2 },
});

describe('what a label stands for', () => {
  it.each(MARKABLE_FINDINGS)('is itself for %s', (finding) => {
    expect(labelPropose(finding)).toBe(finding);
  });

  it.each([
    ['aline', 'a_line'],
    ['B-Lines', 'b_line'],
    ['lungslidingpresent', 'pleural_line'],
    ['Pleura', 'pleural_line'],
    ['línea B', 'b_line'],
    ['Consolidación', 'consolidation'],
    ['confluent B lines', 'b_line_confluence'],
    ['thymus', null],
    ['', null],
    ['constructor', null],
  ])('is proposed for %s', (label, finding) => {
    expect(labelPropose(label)).toBe(finding);
  });

  it('is asked where nothing can be proposed, unless nothing is drawn by it', () => {
    const annotation = annotationOf([box('Pleura'), box('thymus'), box('fat'), box('thymus')], {
      labels: ['Pleura', 'thymus', 'fat', 'unused'],
    });
    expect(labelUses(annotation)).toEqual([
      { label: 'Pleura', shapes: 1, proposal: 'pleural_line' },
      { label: 'thymus', shapes: 2, proposal: null },
      { label: 'fat', shapes: 1, proposal: null },
      { label: 'unused', shapes: 0, proposal: null },
    ]);
    expect(sentenceThrown(() => labelsApply(annotation, {}))).toMatch(/"thymus".*\(1 more/);
    const mapped = labelsApply(annotation, { thymus: 'leave_out', fat: 'keep', Pleura: 'rib' });
    expect(mapped.frames[0]!.shapes.map(({ label }) => label)).toEqual(['rib', 'fat']);
    expect(mapped.labels).toEqual(['rib', 'fat', 'unused']);
  });

  it('leaves no frame behind in which nothing is left', () => {
    const annotation = annotationOf([box('thymus')]);
    expect(labelsApply(annotation, { thymus: 'leave_out' }).frames).toEqual([]);
  });
});
