import type { Preferences } from './state/page-model.ts';

/**
 * Language and theme that browser and system suggest: the first of the browser's languages that the app
 * has texts in, Chinese where there is none; dark where the system is dark.
 */
export function preferences(): Preferences {
  const spoken = navigator.languages
    .map((tag) => tag.toLowerCase().split('-')[0])
    .find((tag) => tag === 'zh' || tag === 'en');
  return {
    language: spoken === 'en' ? 'en' : 'zh',
    theme: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
  };
}
