import type { LoadError } from '../../domain/load-error.ts';

/** Returns true when a text begins as markup, which JSON cannot. */
export function isMarkup(text: string): boolean {
  return /^\uFEFF?\s*</.test(text);
}

/** Returns true when a media type is that of a web page. */
export function isPageType(mediaType: string | null): boolean {
  return /^(text\/html|application\/xhtml\+xml)\b/i.test(mediaType ?? '');
}

/** Returns the error for a server that sends a page instead of a data file, usually its login page. */
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

/**
 * Returns the error for a server that redirects to another origin, usually a login service; browsers block
 * that.
 */
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
