import type { LoadError } from '../../domain/load-error.ts';

/** Whether a text begins as markup does, which no JSON can. */
export function isMarkup(text: string): boolean {
  return /^\uFEFF?\s*</.test(text);
}

/** Whether a media type is that of a web page. */
export function isPageType(mediaType: string | null): boolean {
  return /^(text\/html|application\/xhtml\+xml)\b/i.test(mediaType ?? '');
}

/** A server that answers with a page where a file of data was asked for: mostly its login page. */
export function pageAnswered(file: string): LoadError {
  return {
    kind: 'structure',
    file,
    message: {
      zh: `读取 ${file} 时，服务器返回的是网页而不是 JSON（可能是登录页）。`,
      en: `The server answered with a web page instead of JSON (a login page?) for ${file}.`,
    },
    cure: {
      zh: '重新登录后再载入；若无需登录，请检查文件是否在服务器上，以及服务器是否对缺失的文件返回 index.html。',
      en: 'Log in again and reload. Without a login, check that the file is on the server, and that the server does not answer with index.html for missing files.',
    },
  };
}

/** A server that sends the request on to another one, which a browser does not follow: a login service. */
export function sentElsewhere(file: string): LoadError {
  return {
    kind: 'network',
    file,
    message: {
      zh: `读取 ${file} 时，服务器转到了别的网站（可能是登录页）。`,
      en: `The server sent the request for ${file} to another site (a login page?).`,
    },
    cure: {
      zh: '重新登录后再载入本页。',
      en: 'Log in again, then load this page again.',
    },
  };
}
