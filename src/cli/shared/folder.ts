import { mkdirSync } from 'node:fs';
import { CommandError } from './command.ts';

/** Makes the folder for what a command writes, with those above it. @throws CommandError where that cannot be. */
export function folderMake(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch {
    throw new CommandError(
      'folder-unwritable',
      `The folder ${path} cannot be made: give --out one that you may write to, not a file.`,
    );
  }
}
