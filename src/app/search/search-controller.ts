import { effect, signal } from '@preact/signals';
import type { BoundingBox } from '../../domain/geometry.ts';
import type { SearchAnswer } from '../../domain/search/search-answer.ts';
import type { SearchController } from '../state/controller.ts';
import type { Model } from '../state/model.ts';
import type { SearchEngine } from './search-engine.ts';

/** Sets up the search; nothing is fetched before it is opened. Positions outside the frame are off the map. */
export function createSearchController(model: Model, frame: BoundingBox): SearchController {
  const text = signal('');
  const answer = signal<SearchAnswer>({ kind: 'silent' });
  const engine = signal<SearchEngine | undefined>(undefined);
  const learnt = signal(0);
  let isOpened = false;
  let learning = new AbortController();

  const start = async (): Promise<void> => {
    const { SearchEngine } = await import('./search-engine.ts');
    engine.value = new SearchEngine(frame);
    effect(() => {
      const layers = model.plan.layers.value;
      learning.abort();
      learning = new AbortController();
      const { signal: stop } = learning;
      void engine.value?.learn(layers, stop).then(() => {
        if (!stop.aborted) learnt.value += 1;
      });
    });
  };
  effect(() => {
    const [asked, known] = [text.value, engine.value];
    if (asked.trim() === '') answer.value = { kind: 'silent' };
    else if (known === undefined || learnt.value === 0) answer.value = { kind: 'loading' };
    else
      void known.answer(asked).then((given) => {
        if (text.peek() === asked) answer.value = given;
      });
  });

  return {
    text,
    answer,
    open: () => {
      model.filter.requestAllProjects();
      if (isOpened) return;
      isOpened = true;
      start().catch((cause: unknown) => {
        isOpened = false;
        console.error('no search:', cause);
        answer.value = { kind: 'failed', reason: String(cause) };
      });
    },
    type: (next) => {
      text.value = next;
    },
  };
}
