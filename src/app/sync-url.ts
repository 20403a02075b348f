import { effect } from '@preact/signals';
import { formatUrlState, parseUrlState } from './address/url-state.ts';
import type { Model } from './state/model.ts';

/** The address follows the model, and the model follows an address that the person changed. */
export function syncUrl(
  model: Model,
  onFollow: (view: ReturnType<typeof parseUrlState>) => void,
): void {
  let written = '';
  effect(() => {
    const { search, hash } = formatUrlState(model.url.state.value);
    written = `${search}${hash}`;
    if (`${location.search}${location.hash}` !== written) {
      writeAddress(`${location.pathname}${written}`);
    }
  });
  effect(() => {
    document.documentElement.lang = model.page.language.value === 'zh' ? 'zh-CN' : 'en';
    document.documentElement.dataset['theme'] = model.page.theme.value;
  });
  const follow = (): void => {
    if (`${location.search}${location.hash}` === written) return;
    const view = parseUrlState(location);
    model.url.apply(view);
    onFollow(view);
  };
  addEventListener('hashchange', follow);
  addEventListener('popstate', follow);
}

/** Browsers let a page from a disk change its address or not; the desk works without. */
function writeAddress(address: string): void {
  try {
    history.replaceState(history.state, '', address);
  } catch (cause) {
    console.info('the address stays as it is:', cause);
  }
}
