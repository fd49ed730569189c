import { uuidOf } from '../../domain/digest/uuid.ts';
import type { MarkableFinding } from '../../domain/findings/finding.ts';
import type { SourceFile } from '../../domain/scenario/schema-source.ts';
import type { Draft, DraftTexts } from '../../domain/studio/draft.ts';
import { draftEdit } from '../../domain/studio/draft-edit.ts';
import { draftTemplate, patientTemplate, scenarioNameOf } from '../../domain/studio/draft-template.ts';
import { say, wordsLanguage } from '../../ui/words/say.ts';

/** A draft that begins with one image, in the language of the page. */
export function draftNew(title: string, source: SourceFile, findings: readonly MarkableFinding[]): Draft {
  const make = source.patient === undefined ? draftTemplate : patientTemplate;
  return draftOfText(
    make(scenarioNameOf(title), source, findings, {
      title,
      summary: say('studio.template.summary'),
      briefing: say('studio.template.briefing'),
      freeze: say('studio.template.freeze'),
      scan: say('studio.template.scan'),
      mark: say('studio.template.mark'),
      feedback: say('studio.template.feedback'),
      debrief: say('studio.template.debrief'),
    }),
  );
}

/** A draft that begins with a shipped scenario, in all its languages; it stands in a course of its own. */
export function draftOfShipped({ text, translations }: DraftTexts): Draft {
  const edits = [
    { path: ['course'], value: 'my-course' },
    { path: ['lesson'], value: 1 },
  ];
  return { ...draftOfText(draftEdit(text, edits)), language: 'en', translations };
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
