import { describe, expect, test } from 'vitest';
import { scenarioParse } from '../../../../src/domain/scenario/parse.ts';
import { simulatedPlay } from '../../../../src/parts/simulated/simulated-play.ts';
import { keyedClipMake } from '../../../support/keyed-clip.ts';

describe('a scenario played by simulated learners', () => {
  test('who draws the key scores all of it, who draws beside it less, who does nothing nothing', async () => {
    const { scenario } = keyedClipMake(3, 1);
    const { steps, scores, faults } = await simulatedPlay(scenarioParse(scenario, 'keyed.yaml'));
    expect(faults).toEqual([]);
    expect(steps.map(({ stepId }) => stepId)).toEqual(['base/mark']);
    expect(steps[0]?.scores).toEqual(scores);
    expect(scores.perfect).toBeGreaterThanOrEqual(99);
    expect(scores.noisy).toBeLessThan(scores.perfect! - 10);
    expect(scores.empty).toBe(0);
  });

  test('a question whose right answer cannot be given is found', async () => {
    const { scenario, marks } = keyedClipMake(3, 1);
    const asked = scenario.replace(
      '      - step: mark\n',
      `      - { step: question, id: count, ask: How many?, number: { answer: b_line_count, min: 0, max: 1 }, explain: So. }
      - step: mark
`,
    );
    const lines = marks.filter(({ kind }) => kind === 'beam').length;
    const { steps, faults } = await simulatedPlay(scenarioParse(asked, 'keyed.yaml'));
    expect(faults).toEqual([{ stepId: 'base/count', code: 'replyImpossible', reply: `${lines}` }]);
    expect(steps[0]).toMatchObject({ stepId: 'base/count', scores: { perfect: 0 } });
  });
});
