import type { MarkingContext } from '../../parts/marking/machine/marking-context.ts';
import { findingName } from '../../parts/reveal/grade-why.ts';

/** The next thing to do while marking, in one line, for pointer and keyboard alike. */
export function instructionMark(marking: MarkingContext): string {
  const { tool, stroke, finding, isCursorShown } = marking;
  const name = findingName(finding);
  const point = isCursorShown ? 'press Enter' : 'click';
  if (stroke !== null && stroke.pressed === null) {
    if (tool === 'line') {
      return stroke.points.length < 2
        ? `Now ${point} at the next point along the ${name}.`
        : `Add points, or ${point} twice at the same place (F) to finish the line.`;
    }
    if (tool === 'region') {
      return stroke.points.length < 3
        ? `Now ${point} at the next corner around the ${name}.`
        : `Add corners, or ${point} at the first one again (F) to close the region.`;
    }
    return `Move the cross-hair, then ${point} to end the stroke.`;
  }
  const also = isCursorShown ? 'Arrows move, Enter places.' : null;
  const sentence = instructionBegin(tool, name);
  return also === null ? sentence : `${sentence} ${also}`;
}

function instructionBegin(tool: MarkingContext['tool'], name: string): string {
  switch (tool) {
    case 'line':
      return `Drag along the ${name}, or click point by point.`;
    case 'region':
      return `Draw around the ${name}, or click its corners.`;
    case 'beam':
      return `Click where the ${name} leaves the pleural line; drag sideways to widen it.`;
    case 'brush':
      return `Paint over the ${name}.`;
    case 'eraser':
      return 'Paint over what you want to take away.';
  }
}
