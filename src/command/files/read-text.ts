import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { LARGEST_FILE } from '../../data/loading/load.ts';
import { decodeText } from '../../data/text/decode-text.ts';
import type { Bilingual } from '../../domain/bilingual.ts';
import type { LoadError } from '../../domain/load-error.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { NamedFile } from './geodata-files.ts';

/** The content of a text file and the hash of its bytes. */
export type ReadText = { readonly text: string; readonly sha256: string };

/**
 * Reads a UTF-8 text file of at most 64 MiB. For a missing, unreadable, too large or differently encoded
 * file it returns an error with a cure.
 */
export async function readText({ name, path }: NamedFile): Promise<Result<ReadText, LoadError>> {
  let bytes: Buffer;
  try {
    const { size } = await stat(path);
    if (size > LARGEST_FILE) return failed(tooLarge(name, size));
    bytes = await readFile(path);
  } catch (cause) {
    return failed(unreadable(name, cause));
  }
  const decoded = await decodeText(bytes, name);
  if (!decoded.ok) return decoded;
  return ok({ text: decoded.value, sha256: createHash('sha256').update(bytes).digest('hex') });
}

function unreadable(file: string, cause: unknown): LoadError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  const { message, cure } = (typeof code === 'string' ? REASONS.get(code) : undefined) ?? {
    message: {
      zh: `无法读取（${String(code ?? cause)}）。`,
      en: `it cannot be read (${String(code ?? cause)}).`,
    },
    cure: { zh: '检查路径和磁盘。', en: 'Check the path and the disk.' },
  };
  return {
    kind: 'not-found',
    file,
    message: { zh: `${file}：${message.zh}`, en: `${file}: ${message.en}` },
    cure,
    cause,
  };
}

type Reason = { readonly message: Bilingual; readonly cure: Bilingual };

const CHECK_PATH: Bilingual = {
  zh: '检查路径；相对路径从调用命令的目录算起。',
  en: 'Check the path; a relative one starts where the command was called.',
};

const REASONS: ReadonlyMap<string, Reason> = new Map([
  ['ENOENT', { message: { zh: '没有这个文件。', en: 'there is no such file.' }, cure: CHECK_PATH }],
  [
    'ENOTDIR',
    {
      message: { zh: '路径中有一段不是目录。', en: 'a part of the path is no directory.' },
      cure: CHECK_PATH,
    },
  ],
  [
    'EISDIR',
    {
      message: { zh: '这是目录，不是文件。', en: 'this is a directory, not a file.' },
      cure: CHECK_PATH,
    },
  ],
  [
    'ERR_INVALID_ARG_VALUE',
    {
      message: {
        zh: '路径含有不可用的字符。',
        en: 'the path holds a character that paths cannot have.',
      },
      cure: CHECK_PATH,
    },
  ],
  [
    'EACCES',
    {
      message: { zh: '没有读取权限。', en: 'it may not be read.' },
      cure: { zh: '放开该文件的读取权限。', en: 'Give yourself the right to read it.' },
    },
  ],
]);

function tooLarge(file: string, size: number): LoadError {
  const mebibytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);
  return {
    kind: 'too-large',
    file,
    message: {
      zh: `${file}：文件过大，${mebibytes(size)} MiB，上限 ${mebibytes(LARGEST_FILE)} MiB。`,
      en: `${file}: too large, ${mebibytes(size)} MiB; the limit is ${mebibytes(LARGEST_FILE)} MiB.`,
    },
    cure: { zh: '请分拆或概化后再试。', en: 'Split or generalise it, then try again.' },
  };
}
