import type { MarkingContext } from '../../parts/marking/machine/marking-context.ts';
import { say } from '../../ui/words/say.ts';

/** The next thing to do while marking, in one line, for pointer and keyboard alike. */
export function instructionMark(marking: MarkingContext): string {
  const { tool, stroke, finding, isCursorShown } = marking;
  const the = say(`findings.${finding}.the`);
  const by = isCursorShown ? 'cursor' : 'pointer';
  if (stroke !== null && stroke.pressed === null) {
    if (tool === 'line') {
      return stroke.points.length < 2
        ? say(`play.mark.${by}.lineNext`, { the })
        : say(`play.mark.${by}.lineEnd`);
    }
    if (tool === 'region') {
      return stroke.points.length < 3
        ? say(`play.mark.${by}.regionNext`, { the })
        : say(`play.mark.${by}.regionEnd`);
    }
    return say(`play.mark.${by}.strokeEnd`);
  }
  const how = tool === 'eraser' ? say('play.mark.how.eraser') : say(`play.mark.how.${tool}`, { the });
  return isCursorShown ? `${how} ${say('play.mark.how.keys')}` : how;
}
