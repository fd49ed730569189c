import { say } from '../../ui/words/say.ts';
import type { MarkingNotice } from './machine/marking-context.ts';

/** Why marking did nothing, for the live region. */
export function markingNotice(notice: MarkingNotice): string {
  switch (notice.kind) {
    case 'tool':
      return say(`markingNotice.without.${notice.tool}`);
    case 'finding':
      return say('markingNotice.notAsked', { finding: say(`findings.${notice.finding}.label`) });
    case 'points': {
      const shape = notice.tool === 'region' ? 'region' : 'line';
      return say(`markingNotice.points.${shape}`, { needed: notice.needed, count: notice.missing });
    }
  }
}
