import { hexOf } from '../digest/sha256.ts';
import { textDigest } from '../digest/text-digest.ts';
import { DIFFICULTY_LEVELS } from '../learning/measured-difficulty.ts';
import { storedTake } from '../stored/stored-read.ts';
import {
  type FileFault,
  type HandedAnswer,
  type HandedAttempt,
  RESULTS_FILE_VERSION,
  type ResultsFile,
  type ResultsRead,
  resultsFileOf,
  resultsFileSchema,
} from './results-file.ts';

const PREFIX = 'BATSIGN-RESULT:';
const SEAL = ':';
/** Hexadecimal digits of the SHA-256 that a code carries: 64 bits. */
const DIGITS = 16;
/** Letters of one code: with more, cameras of phones do not read it from a screen. */
const RESULT_CODE_LENGTH = 1500;

/**
 * One attempt as a text of plain letters, small enough for a QR code: no marks, no names of steps. Null where it has too many
 * answers for one. It begins with a mark of its kind and ends with digits of its SHA-256.
 */
export function resultCodeWrite(file: ResultsFile, attempt: HandedAttempt): string | null {
  const rows = attempt.answers.map((answer) => [
    answer.item,
    answer.score === null ? null : Math.round(answer.score),
    Math.round(answer.seconds),
    answer.confidence,
    answer.hints,
    answer.level === null ? null : DIFFICULTY_LEVELS.indexOf(answer.level),
    answer.isSkipped ? 1 : 0,
    answer.kind,
  ]);
  const { id, set, title, form, atMs, score } = attempt;
  const head = [RESULTS_FILE_VERSION, file.className, file.learner.id, file.learner.name, file.savedAtMs];
  const isOwnSet = set === attempt.scenarioId;
  const body = ascii(JSON.stringify([...head, id, set, isOwnSet ? 1 : 0, title, form, atMs, score, rows]));
  const code = `${PREFIX}${body}${SEAL}${sealOf(body)}`;
  return code.length > RESULT_CODE_LENGTH ? null : code;
}

/** Whether a text that was pasted or seen is meant to be such a code. */
export function isResultCode(text: string): boolean {
  return text.trim().startsWith(PREFIX);
}

/** Reads such a text as a file of one attempt. */
export function resultCodeRead(text: string): ResultsRead {
  const code = text.trim();
  if (!code.startsWith(PREFIX)) return { fault: 'foreign' };
  const at = code.lastIndexOf(SEAL);
  const body = code.slice(PREFIX.length, at);
  const seal = code.slice(at + 1);
  if (at < PREFIX.length || !/^[0-9a-f]*$/.test(seal) || seal.length < DIGITS) return { fault: 'cut' };
  if (seal !== sealOf(body)) return { fault: 'edited' };
  return bodyRead(body);
}

function bodyRead(body: string): ResultsRead {
  const fault = (code: FileFault): ResultsRead => ({ fault: code });
  let fields: unknown;
  try {
    fields = JSON.parse(body);
  } catch {
    return fault('unsound');
  }
  if (!Array.isArray(fields)) return fault('unsound');
  const [version, className, learnerId, name, savedAtMs, id, set, isOwnSet, title, form, atMs, score, rows] =
    fields as readonly unknown[];
  if (typeof version === 'number' && version > RESULTS_FILE_VERSION) return fault('newer');
  if (!Array.isArray(rows) || !rows.every(Array.isArray)) return fault('unsound');
  const answers = (rows as readonly (readonly unknown[])[]).map(answerRead);
  const scenarioId = isOwnSet === 1 ? set : 'unknown';
  const attempt = { id, scenarioId, set, title, form, seed: null, atMs, score, answers };
  const content = { className, learner: { id: learnerId, name }, savedAtMs, attempts: [attempt] };
  const file = storedTake(resultsFileSchema, resultsFileOf(content as unknown as ResultsFile));
  return file === null ? fault('unsound') : { file };
}

function answerRead(row: readonly unknown[]): unknown {
  const [item, score, seconds, confidence, hints, level, isSkipped, kind] = row;
  const unknown = { said: null, expected: null, marks: null, source: null, image: null };
  return {
    ...{ stepId: item, item, title: '', kind, score, isSkipped: isSkipped === 1, seconds, confidence },
    ...{ hints, tries: 1, level: typeof level === 'number' ? DIFFICULTY_LEVELS[level] : null, ...unknown },
  } satisfies Record<keyof HandedAnswer, unknown>;
}

/** JSON whose letters are all of ASCII, which every reader of codes gives back as they are. */
function ascii(json: string): string {
  return json.replace(
    /[\u007f-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function sealOf(body: string): string {
  return hexOf(textDigest(body)).slice(0, DIGITS);
}
