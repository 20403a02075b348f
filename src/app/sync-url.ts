import { effect } from '@preact/signals';
import { formatUrlState, parseUrlState } from './address/url-state.ts';
import type { GivenAddress } from './check-link.ts';
import { createDisposer, type Dispose, listen } from './lifecycle/disposer.ts';
import type { Model } from './state/model.ts';

/** The address follows the model, and the model follows an address that the user changed. */
export function syncUrl(
  model: Pick<Model, 'url' | 'page'>,
  onFollow: (view: ReturnType<typeof parseUrlState>, address: GivenAddress) => void,
): Dispose {
  const disposer = createDisposer();
  let written = '';
  disposer.add(
    effect(() => {
      const { search, hash } = formatUrlState(model.url.state.value);
      written = `${search}${hash}`;
      if (`${location.search}${location.hash}` !== written) {
        writeAddress(`${location.pathname}${written}`);
      }
    }),
    effect(() => {
      document.documentElement.lang = model.page.language.value === 'zh' ? 'zh-CN' : 'en';
      document.documentElement.dataset['theme'] = model.page.theme.value;
    }),
  );
  const follow = (): void => {
    if (`${location.search}${location.hash}` === written) return;
    const { search, hash } = location;
    const view = parseUrlState({ search, hash });
    model.url.apply(view);
    onFollow(view, { search, hash });
  };
  disposer.add(listen(window, 'hashchange', follow), listen(window, 'popstate', follow));
  return disposer.dispose;
}

/** Some browsers let no page from a disk change its address; the app works without. */
function writeAddress(address: string): void {
  try {
    history.replaceState(history.state, '', address);
  } catch (cause) {
    console.info('address kept:', cause);
  }
}
