import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { ImportFile, RefusedFile } from '../../data/import/raw-dataset.ts';
import { reasonOf } from '../../domain/result.ts';

/** The largest file that is read, in bytes. */
const LARGEST = 2 * 1024 ** 3;

/** Suffixes of the parts of a shapefile. */
const PARTS = ['.dbf', '.prj', '.cpg', '.shx'];

/** The files of a call, and those that cannot be read. */
export type GatheredFiles = {
  readonly files: readonly ImportFile[];
  readonly refused: readonly RefusedFile[];
};

/**
 * Reads the files of a call. A folder stands for the files in it; of a shapefile named by its `.shp` alone, the
 * parts beside it are read as well.
 */
export async function gatherFiles(
  names: readonly string[],
  directory: string,
): Promise<GatheredFiles> {
  const files = new Map<string, ImportFile>();
  const refused: RefusedFile[] = [];
  const take = async (path: string, name: string): Promise<void> => {
    if (files.has(path)) return;
    try {
      const { size } = await stat(path);
      if (size > LARGEST) refused.push(tooLarge(name));
      else files.set(path, { name, bytes: new Uint8Array(await readFile(path)) });
    } catch (cause) {
      refused.push(unreadable(name, cause));
    }
  };
  for (const name of names) {
    const path = resolve(directory, name);
    try {
      if ((await stat(path)).isDirectory()) {
        const members = await readdir(path, { recursive: true, withFileTypes: true });
        for (const member of members.filter((each) => each.isFile())) {
          const inside = join(member.parentPath, member.name);
          await take(inside, join(name, inside.slice(path.length + 1)).replaceAll('\\', '/'));
        }
        continue;
      }
    } catch (cause) {
      refused.push(unreadable(name, cause));
      continue;
    }
    await take(path, name);
    if (/\.shp$/i.test(path))
      for (const part of await partsBeside(path))
        await take(part, join(dirname(name), basename(part)));
  }
  return { files: [...files.values()], refused };
}

async function partsBeside(path: string): Promise<readonly string[]> {
  const stem = basename(path)
    .replace(/\.shp$/i, '')
    .toLowerCase();
  const beside = await readdir(dirname(path));
  return beside
    .filter((name) => PARTS.some((suffix) => name.toLowerCase() === `${stem}${suffix}`))
    .map((name) => join(dirname(path), name));
}

function unreadable(file: string, cause: unknown): RefusedFile {
  return {
    file,
    code: 'file-unreadable',
    message: { zh: `无法读取：${reasonOf(cause)}`, en: `it cannot be read: ${reasonOf(cause)}` },
    cure: { zh: '检查路径和权限。', en: 'Check the path and the right to read it.' },
  };
}

function tooLarge(file: string): RefusedFile {
  return {
    file,
    code: 'file-too-large',
    message: { zh: '文件超过 2 GB。', en: 'the file is larger than 2 GB.' },
    cure: { zh: '只导出需要的部分。', en: 'Export only what is needed.' },
  };
}
