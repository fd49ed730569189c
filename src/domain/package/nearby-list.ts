import * as z from 'zod/mini';
import { storedTake } from '../stored/stored-read.ts';

/** A file of its own folder; a path leads out of it. */
const NAME = /^[A-Za-z0-9][\w.-]{0,120}\.batsign$/;
const MOST = 200;

const listSchema = z.object({ packages: z.array(z.string()) });

/** The files that a list of packages beside the game names, each once: `{ "packages": ["course.batsign"] }`. */
export function nearbyNames(list: unknown): readonly string[] {
  const names = storedTake(listSchema, list)?.packages ?? [];
  return [...new Set(names.filter((name) => NAME.test(name)))].slice(0, MOST);
}
