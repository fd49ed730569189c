import type { PlayFault } from '../../parts/simulated/play-fault.ts';
import { messageSentence } from '../../ui/sentences/message-sentence.ts';
import { say } from '../../ui/words/say.ts';

/** What keeps who does everything right from doing so, for who writes the scenario. */
export function faultText(fault: PlayFault): string {
  switch (fault.code) {
    case 'failed':
      return messageSentence(fault.fact);
    case 'drawLacks':
    case 'nothingShown':
      return say(`studio.fault.${fault.code}`, {
        findings: fault.findings.map((finding) => say(`findings.${finding}.label`)),
      });
    case 'replyImpossible':
      return say('studio.fault.replyImpossible', { reply: fault.reply });
    case 'toolMissing':
      return say('studio.fault.toolMissing', { tool: say(`marking.tool.${fault.tool}`) });
    case 'zoneWithoutLung':
    case 'zoneOverlooked':
      return say(`studio.fault.${fault.code}`, { zone: fault.zone });
    case 'errorsFew':
      return say('studio.fault.errorsFew', { errors: fault.errors, least: fault.least });
    case 'kindUnplayable':
    case 'endless':
    case 'replyMissing':
    case 'signMissing':
    case 'goalNowhere':
      return say(`studio.fault.${fault.code}`);
  }
}
