import { uuidOf } from '../../domain/digest/uuid.ts';
import type { MarkableFinding } from '../../domain/findings/finding.ts';
import type { SourceFile } from '../../domain/scenario/schema-source.ts';
import type { Draft } from '../../domain/studio/draft.ts';
import { draftTemplate, scenarioNameOf } from '../../domain/studio/draft-template.ts';
import { say, wordsLanguage } from '../../ui/words/say.ts';

/** A draft that begins with one image, in the language of the page. */
export function draftNew(title: string, source: SourceFile, findings: readonly MarkableFinding[]): Draft {
  return draftOfText(
    draftTemplate(scenarioNameOf(title), source, findings, {
      title,
      summary: say('studio.template.summary'),
      briefing: say('studio.template.briefing'),
      freeze: say('studio.template.freeze'),
      mark: say('studio.template.mark'),
      feedback: say('studio.template.feedback'),
      debrief: say('studio.template.debrief'),
    }),
  );
}

export function draftOfText(text: string): Draft {
  return {
    id: uuidOf(crypto.getRandomValues(new Uint8Array(16))),
    text,
    language: wordsLanguage(),
    changedAtMs: Date.now(),
    revision: 0,
    author: '',
    licence: '',
    versions: [],
  };
}
