import {
  ATTEMPT_FILE_VERSION,
  type AttemptFile,
  certificateCode,
} from '../../domain/assessment/attempt-file.ts';
import { BLUEPRINT_VERSION } from '../../domain/assessment/blueprint.ts';
import { PASS_RIGHT } from '../../domain/assessment/standard.ts';
import { skillName } from '../../ui/sentences/skill-name.ts';
import { say, wordsLanguage } from '../../ui/words/say.ts';
import type { SittingReport } from './sitting-report.ts';

/** So many digits tell one network from another. */
const NETWORK_DIGITS = 12;

/** @param network SHA-256 of the network's weights */
export function attemptFileOf({ attempt }: SittingReport, name: string, network: string): AttemptFile {
  // What came after it would change the code of a certificate that is handed out already.
  const { lookedAt: _, comments: __, ...answered } = attempt;
  return {
    product: 'batsign',
    kind: 'exam',
    version: ATTEMPT_FILE_VERSION,
    name,
    attempt: answered,
    passRight: PASS_RIGHT,
    formVersion: BLUEPRINT_VERSION,
    network,
  };
}

/** The text of the certificate of an exam's file, in the language of the page. */
export function certificateText({ assessment, sitting }: SittingReport, file: AttemptFile) {
  const { items, right, percent } = assessment;
  const normals = items.filter(({ item }) => item.isNormal).length;
  const skills = [...new Set(items.map(({ item }) => item.skill))].map((skill) => skillName(skill));
  return {
    title: say('exam.certificate.documentTitle'),
    language: wordsLanguage(),
    name: file.name,
    statement: say('exam.certificate.statement'),
    lines: [
      { label: say('exam.certificate.date'), text: say('opening.date', { at: file.attempt.atMs }) },
      {
        label: say('exam.certificate.result'),
        text: say('exam.certificate.resultText', { right, items: items.length, percent }),
      },
      {
        label: say('exam.certificate.standard'),
        text: say('exam.certificate.standardText', { pass: file.passRight, items: items.length }),
      },
      {
        label: say('exam.certificate.items'),
        text: say('exam.certificate.itemsText', {
          items: items.length,
          normals,
          skills: skills.join(' · '),
        }),
      },
      {
        label: say('exam.certificate.versions'),
        text: say('exam.certificate.versionsText', {
          form: file.formVersion,
          seed: sitting.seed.toString(36),
          network: file.network.slice(0, NETWORK_DIGITS),
        }),
      },
    ],
    code: { label: say('exam.certificate.codeLabel'), text: certificateCode(file) },
    foot: say('exam.certificate.foot'),
  };
}
