import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { StepResult } from '../../../../src/domain/learning/progress.ts';
import { aidWaitS, overlaySpoils } from '../../../../src/domain/scenario/overlay-rule.ts';
import { scenarioParse } from '../../../../src/domain/scenario/parse.ts';
import type { Scenario } from '../../../../src/domain/scenario/scenario.ts';

function scenarioAt(path: string): Scenario {
  return scenarioParse(readFileSync(`scenarios/${path}.yaml`, 'utf8'), path);
}

/** Whether the overlay spoils in each step of an image, when so many of its steps are done. */
function spoilsIn(scenario: Scenario, imageId: string, done: readonly string[]) {
  const results = Object.fromEntries(done.map((id) => [id, {} as StepResult]));
  return Object.fromEntries(
    scenario.steps
      .filter((step) => step.imageId === imageId)
      .map((step) => [step.id.slice(imageId.length + 1), overlaySpoils(scenario, step, results)]),
  );
}

describe('overlaySpoils', () => {
  const bLines = scenarioAt('b-lines/count-the-b-lines');

  test('the marks of a round, in all of its steps until they are graded', () => {
    expect(spoilsIn(bLines, 'first', [])).toEqual({
      observe: 'marks',
      freeze: 'marks',
      mark: 'marks',
      feedback: 'marks',
      count: 'marks',
      blas: 'marks',
    });
    expect(new Set(Object.values(spoilsIn(bLines, 'first', ['first/mark'])))).toEqual(new Set([null]));
  });

  test('not by what was graded on another image', () => {
    expect(spoilsIn(bLines, 'second', ['first/mark'])).toMatchObject({ observe: 'marks', freeze: 'marks' });
  });

  test('a question that is read off the image, and none that the overlay does not tell', () => {
    const sick = scenarioAt('whole-patient/find-the-sick-zone');
    expect(spoilsIn(sick, 'second', [])).toMatchObject({ where: 'question', what: 'question' });
    expect(spoilsIn(sick, 'second', ['second/what', 'second/share'])).toMatchObject({ where: null });
    const sliding = scenarioAt('sliding/is-the-lung-sliding');
    expect(spoilsIn(sliding, 'first', [])).toEqual({ observe: null, m_mode: null });
  });

  test('what is proposed, until it is decided on', () => {
    const traps = scenarioAt('catch-the-ai/mixed-traps');
    expect(spoilsIn(traps, 'first', [])).toEqual({ freeze: 'proposals', proposals: 'proposals' });
    expect(spoilsIn(traps, 'first', ['first/proposals'])).toMatchObject({ proposals: null });
  });

  test('nothing while an image that comes with help stands still', () => {
    const fade = scenarioAt('catch-the-ai/help-fades');
    expect(spoilsIn(fade, 'shown', [])).toEqual({ freeze: 'marks', mark: null, feedback: null });
    expect(spoilsIn(fade, 'alone', [])).toMatchObject({ mark: 'marks' });
    const waits = ['shown/mark', 'delayed/mark', 'alone/mark', 'shown/freeze'].map((id) =>
      aidWaitS(fade, fade.steps.find((step) => step.id === id)!, 5),
    );
    expect(waits).toEqual([0, 15, null, null]);
  });

  test('nothing outside of rounds', () => {
    expect(overlaySpoils(bLines, bLines.steps[0]!, {})).toBeNull();
  });
});
