// Checks scenario files (`npm run scenario:check FILE...`); `--schema FILE` writes the JSON Schema for editors.
import { readFileSync, writeFileSync } from 'node:fs';
import { ScenarioError } from '../domain/scenario/error.ts';
import { scenarioParse } from '../domain/scenario/parse.ts';
import { scenarioSchemaText } from '../domain/scenario/schema.ts';

const USAGE = `Usage: npm run scenario:check FILE...
       npm run scenario:check -- --schema scenarios/scenario.schema.json

Prints "FILE: ok", or what is wrong as FILE:LINE:COLUMN: SENTENCE. Exits with 1 if a file is wrong, with 2 if there is
nothing to check. --schema writes the JSON Schema by which editors check and complete scenario files.`;

/** Checks one file and says how it went; whether it is sound. */
function fileCheck(path: string): boolean {
  try {
    const { steps, images } = scenarioParse(readFileSync(path, 'utf8'), path);
    console.log(`${path}: ok (${images.length} images, ${steps.length} steps)`);
    return true;
  } catch (error) {
    if (error instanceof ScenarioError) console.error(error.message);
    else console.error(`${path}: ${readSentence(error)}`);
    return false;
  }
}

function readSentence(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return 'There is no such file.';
  if (code === 'EISDIR') return 'This is a folder: name the files in it.';
  if (code === 'EACCES') return 'This file may not be read.';
  throw error;
}

function main(args: readonly string[]): number {
  const [first, second] = args;
  if (first === '--schema' && second !== undefined) {
    writeFileSync(second, scenarioSchemaText());
    console.log(`${second}: written`);
    return 0;
  }
  if (first === undefined || first.startsWith('-')) {
    console.error(USAGE);
    return first === '--help' ? 0 : 2;
  }
  const sound = args.map(fileCheck);
  return sound.every((isSound) => isSound) ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
