import type { PlayFault } from '../../parts/simulated/play-fault.ts';
import { messageSentence } from '../../ui/sentences/message-sentence.ts';

/** What is wrong with a scenario, for who writes it. */
export function faultSentence(fault: PlayFault): string {
  const { stepId } = fault;
  switch (fault.code) {
    case 'failed':
      return `${stepId}: ${messageSentence(fault.fact)}`;
    case 'kindUnplayable':
      return `${stepId}: steps of the kind ${fault.kind} cannot be played by machine yet.`;
    case 'endless':
      return `${stepId}: the scenario comes to no end from here.`;
    case 'zoneWithoutLung':
      return `${stepId}: no place in the zone ${fault.zone} shows the lung.`;
    case 'zoneOverlooked':
      return `${stepId}: no place in the zone ${fault.zone} shows what it holds of what ails the patient.`;
    case 'replyMissing':
      return `${stepId}: no right reply is among those offered.`;
    case 'replyImpossible':
      return `${stepId}: the right reply ${fault.reply} cannot be given.`;
    case 'signMissing':
      return `${stepId}: no line shows a sign that is among the options.`;
    case 'drawLacks':
      return `${stepId}: the image lacks ${fault.findings.join(', ')}, which its draw says it shows.`;
    case 'nothingShown':
      return `${stepId}: the image ${fault.image} shows nothing for sure of what is asked for (${fault.findings.join(', ')}), and is not stated to be without it.`;
    case 'toolMissing':
      return `${stepId} lacks the tool ${fault.tool}, which its findings need.`;
    case 'errorsFew':
      return `${stepId}: the image has place for ${fault.errors} errors, less than the ${fault.least} that are asked for.`;
    case 'goalNowhere':
      return `${stepId}: its goal is met nowhere.`;
  }
}
