// Checks scenario files (`npm run scenario:check FILE...`); `--schema FILE` writes the JSON Schema for editors,
// `--medicine FILE` the document of everything that the game says of medicine.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { ROOT } from '../../scripts/lib/root.mjs';
import type { Medicine } from '../domain/medicine/medicine.ts';
import { ScenarioError } from '../domain/scenario/error.ts';
import { medicineParse } from '../domain/scenario/medicine-parse.ts';
import { scenarioCheck } from '../domain/scenario/parse.ts';
import { scenarioSchemaText } from '../domain/scenario/schema.ts';
import { scenarioTranslated } from '../domain/scenario/translation.ts';
import { type TranslationName, translationName } from '../domain/scenario/translation-name.ts';
import { errorIsCoded } from './shared/command.ts';
import { medicineDocument } from './shared/medicine-document.ts';

const USAGE = `Usage: npm run scenario:check FILE...
       npm run scenario:check -- --schema scenarios/scenario.schema.json
       npm run scenario:check -- --medicine docs/medicine.md

Prints "FILE: ok", or what is wrong as FILE:LINE:COLUMN: SENTENCE. A text that states something of medicine and names no
source for it is a line "FILE: without a source: STEP/TEXT". NAME.LANGUAGE.yaml holds the texts of NAME.yaml in another
language and is checked against it. Exits with 1 if a file is wrong or a source is missing, with
2 if there is nothing to check. --schema writes the JSON Schema by which editors check and complete scenario files,
--medicine the document that is made from docs/medicine.yaml.`;

const REGISTER = 'docs/medicine.yaml';

/** Checks one file and says how it went; whether it is sound and names its sources. */
function fileCheck(path: string, medicine: Medicine): boolean {
  try {
    const of = translationName(path);
    if (of !== null) return translationCheck(path, of, medicine);
    const { scenario, without } = scenarioCheck(readFileSync(path, 'utf8'), path, medicine);
    for (const { id, line, terms } of without) {
      const note = terms.length === 0 ? `line ${line}` : `line ${line}, of: ${terms.join(', ')}`;
      console.log(`${path}: without a source: ${id} (${note})`);
    }
    if (without.length > 0) return false;
    console.log(`${path}: ok (${scenario.images.length} images, ${scenario.steps.length} steps)`);
    return true;
  } catch (error) {
    if (error instanceof ScenarioError) console.error(error.message);
    else console.error(`${path}: ${readSentence(error)}`);
    return false;
  }
}

/** Whether every text of a scenario is in another language. */
function translationCheck(
  path: string,
  { original, language }: TranslationName,
  medicine: Medicine,
): boolean {
  if (!existsSync(original)) {
    console.error(`${path}: There is no ${original}, whose texts this file should hold.`);
    return false;
  }
  const file = (name: string) => ({ text: readFileSync(name, 'utf8'), name });
  const { steps } = scenarioTranslated(file(original), file(path), medicine);
  console.log(`${path}: ok (${language} of ${original}, ${steps.length} steps)`);
  return true;
}

function readSentence(error: unknown): string {
  const code = errorIsCoded(error) ? error.code : null;
  if (code === 'ENOENT') return 'There is no such file.';
  if (code === 'EISDIR') return 'This is a folder: name the files in it.';
  if (code === 'ERR_STRING_TOO_LONG' || code === 'ERR_FS_FILE_TOO_LARGE') {
    return 'This file is far too long to be a scenario.';
  }
  if (code === 'EACCES') return 'This file may not be read.';
  throw error;
}

/** The shipped scenarios, each with the statements that it names. */
function scenariosRead(medicine: Medicine): readonly (readonly [string, readonly string[]])[] {
  const folder = join(ROOT, 'scenarios');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml') && translationName(file) === null)
    .map((file) => file.split(sep).join('/'))
    .sort()
    .map((file) => [
      file,
      scenarioCheck(readFileSync(join(folder, file), 'utf8'), file, medicine).statements,
    ]);
}

function main(args: readonly string[]): number {
  const [first, second] = args;
  if (first === '--schema' && second !== undefined) {
    writeFileSync(second, scenarioSchemaText());
    console.log(`${second}: written`);
    return 0;
  }
  if (first !== '--medicine' && (first === undefined || first.startsWith('-'))) {
    console.error(USAGE);
    return first === '--help' ? 0 : 2;
  }
  let medicine: Medicine;
  try {
    medicine = medicineParse(readFileSync(join(ROOT, REGISTER), 'utf8'), REGISTER);
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    console.error(error.message);
    return 1;
  }
  if (first === '--medicine') {
    if (second === undefined) {
      console.error(USAGE);
      return 2;
    }
    writeFileSync(second, medicineDocument(medicine, scenariosRead(medicine)));
    console.log(`${second}: written`);
    return 0;
  }
  const sound = args.map((path) => fileCheck(path, medicine));
  return sound.every((isSound) => isSound) ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
