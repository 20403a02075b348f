import type { Presenter } from '../state/controller.ts';
import { createDisposer, type Dispose } from '../state/disposer.ts';
import type { PresenterOptions } from './presenter.ts';

/** The presenter, which is fetched when it is first wanted. */
export type LazyPresenter = {
  readonly open: () => Promise<Presenter>;
  readonly destroy: Dispose;
};

/** Fetches the presenter at the first call, and again after a call that failed: a network may come back. */
export function lazyPresenter(options: PresenterOptions): LazyPresenter {
  const disposer = createDisposer();
  let presenter: Promise<Presenter> | undefined;
  const load = async (): Promise<Presenter> => {
    const made = (await import('./presenter.ts')).createPresenter(options);
    disposer.add(made.destroy);
    return made;
  };
  return {
    open: () => {
      presenter ??= load();
      presenter.catch(() => {
        presenter = undefined;
      });
      return presenter;
    },
    destroy: disposer.dispose,
  };
}
