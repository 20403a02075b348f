import { isAbsolute, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file by the name that the user gave, and its absolute path. */
export type NamedFile = {
  /** The name shown in messages. */
  readonly name: string;
  readonly path: string;
};

/** Absolute path of the embedded data, resolved from this source file and not from the working directory. */
export const GEODATA = fileURLToPath(new URL('../../../geodata/', import.meta.url));

/** A file named by the user, resolved against the directory that the command was called from. */
export function givenFile(name: string, directory: string): NamedFile {
  return { name, path: resolve(directory, name) };
}

/** A file of a plan, the embedded one by default, with the shortest name relative to the directory of the call. */
export function planFile(below: string, directory: string, folder = GEODATA): NamedFile {
  const path = resolve(folder, below);
  const short = relative(directory, path);
  return { name: short.startsWith('..') || isAbsolute(short) ? path : short, path };
}
