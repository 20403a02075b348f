import { effect } from '@preact/signals';
import { type JSX, render } from 'preact';
import { creditsOf } from '../../domain/dataset.ts';
import { textIn } from '../../domain/views/saved-view.ts';
import type { MapView } from '../../map/map-view.ts';
import { CoastNotice } from '../../ui/controls/coast-notice.tsx';
import { formatMoment } from '../../ui/format-date.ts';
import { type I18n, I18nProvider, loadTexts, useI18n } from '../../ui/i18n.tsx';
import { Attribution } from '../../ui/shell/attribution.tsx';
import { createDisposer, type Dispose } from '../lifecycle/disposer.ts';
import { LegendContainer } from '../main-map/legend-container.tsx';
import type { Model } from '../state/model.ts';

/** Pages that print themselves. */
const OWN_PAGES = '.print-page, .report';

/**
 * Gives a page to the browser's own print command (Ctrl+P): title, picture of the map, legend, notice and sources. Without
 * it the paper would be white: a browser cannot print the map's canvas, nor a page that is as high as the window.
 */
export function printScreen(model: Model, view: () => MapView | undefined): Dispose {
  const disposer = createDisposer();
  let words: I18n | undefined;
  let holder: HTMLElement | undefined;
  const take = (): void => {
    if (holder === undefined) return;
    render(null, holder);
    holder.remove();
    holder = undefined;
  };
  const show = (): void => {
    take();
    if (words === undefined || document.querySelector(OWN_PAGES) !== null) return;
    holder = document.createElement('div');
    holder.className = 'print-screen';
    render(
      <I18nProvider value={words}>
        <ScreenPage model={model} />
      </I18nProvider>,
      holder,
    );
    // Of two compared states one picture would show only one.
    const isCompared = model.comparison.current.peek() !== undefined;
    const picture = isCompared ? undefined : view()?.picture();
    if (picture !== undefined) holder.querySelector('.print-screen__map')?.append(picture);
    document.body.append(holder);
  };
  addEventListener('beforeprint', show);
  addEventListener('afterprint', take);
  disposer.add(
    () => removeEventListener('beforeprint', show),
    () => removeEventListener('afterprint', take),
    take,
    effect(() => {
      loadTexts(model.page.language.value).then(
        (loaded) => {
          words = loaded;
        },
        (cause: unknown) => console.error('no words for print:', cause),
      );
    }),
  );
  return disposer.dispose;
}

/** What is printed of the screen. */
function ScreenPage({ model }: { readonly model: Model }): JSX.Element {
  const { t, pick, language } = useI18n();
  // Fetched once the user points or presses a key; the browser does not wait for it when it prints.
  const view = model.views.opened.value?.view;
  const caption = view && textIn(view.caption, language);
  const layers = model.plan.layers.value.filter(
    ({ layer }) => layer.role === 'base' || model.plan.visibleIds.value.has(layer.id),
  );
  return (
    <>
      <h1>
        {(view && textIn(view.title, language)) || pick(model.plan.title.value) || t('appName')}
      </h1>
      {caption !== undefined && caption !== '' && <p>{caption}</p>}
      <div class="print-screen__map" />
      <div class="print-screen__legend">
        <LegendContainer model={model} />
      </div>
      <CoastNotice status={model.plan.coastStatus.value} />
      <Attribution
        credits={creditsOf(
          layers.map(({ layer }) => layer),
          language,
        )}
        standing={model.plan.standing.value}
      />
      <p class="quiet">
        {formatMoment(new Date().toISOString(), language)} · {location.href}
      </p>
      <p class="quiet">{t('printScreenHint')}</p>
    </>
  );
}
