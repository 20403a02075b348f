import { createHash } from 'node:crypto';
import { type ImportedDataset, importDataset } from '../../data/import/import-dataset.ts';
import type { ImportFile, RawDataset, RefusedFile } from '../../data/import/raw-dataset.ts';
import { readFiles } from '../../data/import/read-files.ts';
import type { BoundingBox } from '../../domain/geometry.ts';
import { gatherFiles } from './gather-files.ts';
import type { OwnDataChoices } from './import-choices.ts';

/** People's own files of a call, as read: datasets with their decisions, and what was refused. */
export type OwnData = {
  readonly files: readonly ImportFile[];
  readonly datasets: readonly ImportedDataset[];
  /** The names of all datasets, chosen or not. */
  readonly names: readonly string[];
  readonly refused: readonly RefusedFile[];
};

/** Reads people's own files, which are put together first: the parts of a shapefile may be named one by one. */
export async function readOwnData(
  names: readonly string[],
  choices: OwnDataChoices,
  { directory, frame }: { readonly directory: string; readonly frame: BoundingBox },
): Promise<OwnData> {
  const gathered = await gatherFiles(names, directory);
  const { encoding, dataset: wanted } = choices;
  const read = await readFiles(gathered.files, encoding === undefined ? {} : { encoding });
  const chosen = read.datasets.filter(({ name }) => wanted === undefined || name === wanted);
  return {
    files: gathered.files,
    datasets: chosen.map((raw) => decided(raw, choices, frame)),
    names: read.datasets.map(({ name }) => name),
    refused: [...gathered.refused, ...read.refused],
  };
}

/** Decides a dataset by the choices of a call. */
export function decided(
  raw: RawDataset,
  { role, crs, mapping, acceptsProposals }: OwnDataChoices,
  frame: BoundingBox,
): ImportedDataset {
  return importDataset(raw, frame, {
    acceptsProposals,
    ...(crs !== undefined && { crs }),
    ...(role !== undefined && { role }),
    ...(mapping !== undefined && { mapping }),
  });
}

/** A file or folder as it was named, with the hash of its content. */
export type GivenFile = { readonly file: string; readonly sha256: string };

/** How many files of one dataset are listed by themselves. */
const LISTED = 6;

/**
 * The hashes of files. A folder of many files has one, of the list that `sha256sum` writes of them in the order of
 * their names.
 */
export function hashesOf(name: string, files: readonly ImportFile[]): readonly GivenFile[] {
  const sorted = files.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const hashed = sorted.map(({ name: file, bytes }) => ({ file, sha256: sha256(bytes) }));
  if (hashed.length <= LISTED) return hashed;
  const list = hashed.map(({ file, sha256: hash }) => `${hash}  ${file.split('/').at(-1)}\n`);
  return [{ file: name, sha256: sha256(list.join('')) }];
}

function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}
