import { effect } from '@preact/signals';
import type { MapView } from '../map/map-view.ts';
import { loadTexts } from '../ui/i18n.tsx';
import { createDisposer, type Dispose } from './lifecycle/disposer.ts';
import { openWhen } from './lifecycle/open-when.ts';
import { watchExtent } from './loading/watch-extent.ts';
import { printScreen } from './print/print-screen.tsx';
import type { Model } from './state/model.ts';

/*
 * What is fetched as soon as the first map stands, as one file: the words of the legend, the page for the
 * browser's own print command, the check of the plan's extent, the title of the window, and what keeps the app
 * for use without a network.
 */
export { registerServiceWorker } from './loading/offline.ts';
export { LegendContainer } from './main-map/legend-container.tsx';

/** What the user does first comes before the words of the map, in milliseconds. */
const PAUSE = 500;

/** Starts what nothing in the page asks for and the first map does not need. */
export function runOnceDrawn(model: Model, view: () => MapView | undefined): Dispose {
  const disposer = createDisposer();
  disposer.add(printScreen(model, view), watchExtent(model), nameWindow(model));
  // More of the map's words are fetched once the user has pointed, touched or pressed a key, and got what that was for:
  // a request under way also keeps a newer version from taking over.
  const note = (): unknown => setTimeout(model.map.noteUse, PAUSE);
  for (const name of ['pointermove', 'pointerdown', 'keydown'])
    addEventListener(name, note, { once: true, signal: disposer.signal });
  disposer.add(
    openWhen(
      () => model.map.isInUse.value,
      async () => {
        const shown = view();
        if (shown === undefined) return () => {};
        // In the first view no name has kept off the panels yet: what it takes is not part of the first load.
        shown.aidNames();
        return (await import('./main-map/map-foot-container.tsx')).openMapFoot(model, shown);
      },
    ),
  );
  return disposer.dispose;
}

/** Names window, tab and printed file after the plan, in the page's language. */
function nameWindow(model: Pick<Model, 'page' | 'plan'>): Dispose {
  return effect(() => {
    const [language, title] = [model.page.language.value, model.plan.title.value];
    if (title[language] === '') return;
    loadTexts(language).then(
      ({ t, pick }) => {
        if (language === model.page.language.peek())
          document.title = `${pick(title)} · ${t('appName')}`;
      },
      (cause: unknown) => console.error('no words for the title:', cause),
    );
  });
}
