import { type MarkableFinding, PAPER_FINDINGS } from '../findings/finding.ts';
import type { SourceFile } from '../scenario/schema-source.ts';
import { draftText } from './draft-edit.ts';
import { levelTolerance } from './tolerance-level.ts';

/** The texts of a new draft, in the language in which it is written. */
export interface TemplateTexts {
  readonly title: string;
  readonly summary: string;
  readonly briefing: string;
  readonly freeze: string;
  readonly mark: string;
  readonly feedback: string;
  readonly debrief: string;
}

/** The texts of a new draft of a patient who is scanned by hand. */
export interface PatientTexts extends TemplateTexts {
  readonly scan: string;
}

/** Costs of a template's hints, in the ladder's order, of a step's score. */
const HINTS = [
  { show: 'region', cost: 15 },
  { show: 'outline', cost: 30 },
  { show: 'answer', cost: 60 },
] as const;

/** A new draft: one image that is frozen, marked and corrected, with a word before and after. */
export function draftTemplate(
  id: string,
  source: SourceFile,
  findings: readonly MarkableFinding[],
  texts: TemplateTexts,
): string {
  return templateText(id, source, findings, texts, { step: 'freeze', text: texts.freeze });
}

/** A new draft of a patient: the learner puts the probe where the pleural line is seen, freezes, marks, and is corrected. */
export function patientTemplate(
  id: string,
  source: SourceFile,
  findings: readonly MarkableFinding[],
  texts: PatientTexts,
): string {
  const scan = { step: 'scan', text: texts.scan, zones: 'zones_12', goal: { shows: ['pleural_line'] } };
  return templateText(id, source, findings, texts, scan);
}

function templateText(
  id: string,
  source: SourceFile,
  findings: readonly MarkableFinding[],
  texts: TemplateTexts,
  first: object,
): string {
  const asked = findings.length === 0 ? PAPER_FINDINGS : findings;
  return draftText({
    id,
    title: texts.title,
    summary: texts.summary,
    course: 'my-course',
    lesson: 1,
    duration_min: 3,
    teaches: asked,
    steps: [
      { step: 'briefing', text: texts.briefing },
      {
        step: 'rounds',
        images: [{ id: 'image', source }],
        steps: [
          first,
          {
            step: 'mark',
            text: texts.mark,
            findings: asked.map((finding) => ({ finding, tolerance_mm: levelTolerance(finding, 'usual') })),
            hints: HINTS,
          },
          { step: 'feedback', text: texts.feedback },
        ],
      },
      { step: 'debrief', text: texts.debrief },
    ],
  });
}

/** Of a title, the name of a scenario: lower-case letters and digits joined by hyphens. */
export function scenarioNameOf(title: string): string {
  const name = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/^-+|-+$/g, '');
  return name === '' ? 'scenario' : name;
}
