import { effect, signal } from '@preact/signals';
import type { SearchAnswer } from '../../domain/search/search-answer.ts';
import { createDisposer, type Dispose } from '../lifecycle/disposer.ts';
import { latestOnly } from '../lifecycle/latest-only.ts';
import type { SearchController } from '../state/controller.ts';
import type { Model } from '../state/model.ts';
import type { SearchEngine } from './search-engine.ts';

/** Sets up the search; nothing is fetched before it is opened. */
export function createSearchController(
  model: Pick<Model, 'plan' | 'filter'>,
): SearchController & { readonly destroy: Dispose } {
  const disposer = createDisposer();
  const text = signal('');
  const answer = signal<SearchAnswer>({ kind: 'silent' });
  const engine = signal<SearchEngine | undefined>(undefined);
  const learnt = signal(0);
  let isOpened = false;
  const [learning, answering] = [latestOnly(), latestOnly()];
  disposer.add(learning.cancel, answering.cancel);

  const start = async (): Promise<void> => {
    const { SearchEngine } = await import('./search-engine.ts');
    if (disposer.signal.aborted) return;
    const made = new SearchEngine(() => model.plan.frame.peek());
    engine.value = made;
    disposer.add(
      effect(() => {
        const layers = model.plan.layers.value;
        learning.run((stop) => made.learn(layers, stop), {
          onDone: () => {
            learnt.value += 1;
          },
          onFailure: fail,
        });
      }),
    );
  };
  const fail = (cause: unknown): void => {
    console.error('no search:', cause);
    answer.value = { kind: 'failed', reason: String(cause) };
  };
  disposer.add(
    effect(() => {
      const [asked, known] = [text.value, engine.value];
      answering.cancel();
      if (asked.trim() === '') answer.value = { kind: 'silent' };
      else if (known === undefined || learnt.value === 0) answer.value = { kind: 'loading' };
      else
        answering.run(() => known.answer(asked), {
          onDone: (given) => {
            answer.value = given;
          },
          onFailure: fail,
        });
    }),
  );

  return {
    text,
    answer,
    open: () => {
      model.filter.requestAllProjects();
      if (isOpened) return;
      isOpened = true;
      start().catch((cause: unknown) => {
        isOpened = false;
        fail(cause);
      });
    },
    type: (next) => {
      text.value = next;
    },
    destroy: disposer.dispose,
  };
}
