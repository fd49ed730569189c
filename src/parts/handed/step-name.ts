import { imageById, type Scenario, type ScenarioStep } from '../../domain/scenario/scenario.ts';
import { say } from '../../ui/words/say.ts';

/** A graded step in a few words: its image, where there are several, and what is asked. */
export function stepName(scenario: Scenario, step: ScenarioStep): string {
  const task = taskOf(step);
  const image = step.imageId === null ? null : imageById(scenario, step.imageId);
  return image === null || scenario.images.length < 2
    ? task
    : say('classroom.item.on', { image: image.title, task });
}

function taskOf(step: ScenarioStep): string {
  switch (step.kind) {
    case 'mark':
      return say('classroom.item.mark', {
        findings: step.findings.map(({ finding }) => say(`findings.${finding}.label`)),
      });
    case 'question':
    case 'm_mode':
      return step.ask;
    case 'scan':
    case 'survey':
    case 'proposals':
      return say(`classroom.item.${step.kind}`);
    default:
      return step.id;
  }
}
