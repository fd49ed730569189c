import { say } from '../../ui/words/say.ts';
import type { MarkingNotice } from './machine/marking-context.ts';

/** Why the last press did nothing, for the live region. */
export function noticeSentence(notice: MarkingNotice): string {
  switch (notice.code) {
    case 'tool_missing':
      return say(`marking.notice.toolMissing.${notice.tool}`);
    case 'finding_not_asked':
      return say('marking.notice.findingNotAsked', { label: say(`findings.${notice.finding}.label`) });
    case 'points_missing': {
      const { tool, needed, missing } = notice;
      return say(`marking.notice.pointsMissing.${tool}`, { needed, count: missing });
    }
  }
}
