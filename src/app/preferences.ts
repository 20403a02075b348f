import type { Preferences } from './state/page-model.ts';

/**
 * Language and look that the surroundings suggest: the first of the browser's languages that the
 * app speaks, Chinese when in doubt; dark where the system is dark.
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
