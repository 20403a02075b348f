import { isAbsolute, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file as a person named it, and where it is. */
export type NamedFile = {
  /** As shown in messages. */
  readonly name: string;
  readonly path: string;
};

/** The embedded data, found from this file and not from where the command is called. */
export const GEODATA = fileURLToPath(new URL('../../../geodata/', import.meta.url));

/** A file that a person named, relative to the directory they called from. */
export function givenFile(name: string, directory: string): NamedFile {
  return { name, path: resolve(directory, name) };
}

/** A file of the embedded data, named as short as can be from the directory called from. */
export function embeddedFile(below: string, directory: string): NamedFile {
  const path = resolve(GEODATA, below);
  const short = relative(directory, path);
  return { name: short.startsWith('..') || isAbsolute(short) ? path : short, path };
}
