import type { LoadError } from '../../domain/load-error.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import { decodeText, readBytes } from '../text/decode-text.ts';
import { isMarkup, isPageType, pageAnswered, sentElsewhere } from '../text/web-page.ts';

/** The largest file that is read, in bytes: 64 MiB, about 600 000 coast vertices. */
export const LARGEST_FILE = 64 * 1024 * 1024;

/**
 * Fetches a file as UTF-8 text up to a number of bytes, counted while they arrive: a declared size may be
 * missing, or be that of a compressed body. A web page in its place is refused with its own message.
 * Network and server errors are returned as values; the function never throws. `fetch` is a parameter so
 * that a test or another host can replace it.
 */
export async function loadText(
  url: string,
  {
    fetch,
    largest = LARGEST_FILE,
  }: { readonly fetch: typeof globalThis.fetch; readonly largest?: number },
): Promise<Result<string, LoadError>> {
  try {
    // A redirect to another origin fails like a broken network; this second request tells them apart.
    const response = await fetch(url).catch(() => fetch(url, { redirect: 'manual' }));
    if (response.type === 'opaqueredirect') return failed(sentElsewhere(url));
    if (!response.ok) return failed(notServed(url, response.status));
    const size = Number(response.headers.get('content-length') ?? 0);
    if (size > largest) return failed(tooLarge(url, size, largest));
    if (response.body === null) return ok('');
    const bytes = await readBytes(response.body, (read) => read <= largest);
    if (bytes === undefined) return failed(tooLarge(url, undefined, largest));
    const text = await decodeText(bytes, url);
    if (!text.ok) return text;
    // A server may declare data as a page: text that begins as JSON goes to the parser.
    const isPage =
      isPageType(response.headers.get('content-type')) && !/^\uFEFF?\s*[{[]/.test(text.value);
    return isPage || isMarkup(text.value) ? failed(pageAnswered(url)) : text;
  } catch (cause) {
    return failed({
      kind: 'network',
      file: url,
      message: {
        zh: `无法读取 ${url}：没有收到应答。`,
        en: `${url} could not be read: no answer came.`,
      },
      cure: {
        zh: '检查提供本页的服务是否仍在运行，然后重新载入。',
        en: 'Check that the server of this page still runs, then load again.',
      },
      cause,
    });
  }
}

function notServed(file: string, status: number): LoadError {
  const isMissing = status === 404;
  return {
    kind: isMissing ? 'not-found' : 'network',
    file,
    message: isMissing
      ? { zh: `找不到文件 ${file}。`, en: `The file ${file} is not there.` }
      : {
          zh: `服务器拒绝提供 ${file}（状态 ${status}）。`,
          en: `The server refused ${file} (status ${status}).`,
        },
    cure: {
      zh: '把该文件放回 geodata 目录，或修改 catalogue.json 中的路径。',
      en: 'Put the file back into geodata, or correct its path in catalogue.json.',
    },
  };
}

function tooLarge(file: string, size: number | undefined, largest: number): LoadError {
  const mebibytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
  const found = size === undefined ? undefined : mebibytes(size);
  return {
    kind: 'too-large',
    file,
    message: {
      zh: `${file} 过大${found === undefined ? '' : `（${found}）`}，上限 ${mebibytes(largest)}。`,
      en: `${file} is too large${found === undefined ? '' : ` (${found})`}: the limit is ${mebibytes(largest)}.`,
    },
    cure: { zh: '请分拆或概化后再载入。', en: 'Split or generalise it, then load it again.' },
  };
}
