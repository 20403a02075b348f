import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { AuditAnswer } from '../../domain/audit/audit-question.ts';
import type { Provenance } from '../../domain/audit/provenance.ts';
import type { Language } from '../../domain/bilingual.ts';
import { creditsOf, type PlanFrame } from '../../domain/dataset.ts';
import { type FlatView, positionAt } from '../../domain/geometry/web-mercator.ts';
import { legendContent } from '../../domain/legend/legend-content.ts';
import type { FittedView } from '../../domain/print/compose-page.ts';
import { constrainView, scaleOf, viewOfBox, zoomForScale } from '../../domain/print/map-scale.ts';
import { type Page, pageOf } from '../../domain/print/page.ts';
import type { MeasureText } from '../../domain/print/text-wrap.ts';
import type { Theme } from '../../domain/symbology.ts';
import type { MapPadding } from '../../map/scene.ts';
import { coastNoticeText } from '../../ui/controls/coast-notice-text.ts';
import { formatScale } from '../../ui/format.ts';
import type { I18n } from '../../ui/i18n.tsx';
import type { PrintSettings } from '../../ui/print/print-settings.tsx';
import { readonly } from '../lifecycle/as-readonly.ts';
import type { Model } from '../state/model.ts';
import { type PrintablePage, printablePage, smallPrint } from './printable-page.ts';
import { screenView } from './screen-view.ts';

/** The inputs of a print layout. */
export type PrintLayoutOptions = {
  readonly model: Model;
  readonly words: Readonly<Record<Language, I18n>>;
  readonly measure: MeasureText;
  /** The date, ISO 8601. */
  readonly date: string;
  /** The answer of the audit with its provenance, and the provenance of the map alone until there is one. */
  readonly figures: ReadonlySignal<PrintFigures>;
  /** The parts of the screen's map that panels cover, in pixels. */
  readonly covered: MapPadding;
};

/** What a page says about the coast, and where it comes from. */
export type PrintFigures = {
  readonly answer: AuditAnswer | undefined;
  readonly provenance: Provenance;
};

/** The page on which a map is exported: its settings, and all that depends on them. */
export type PrintLayout = ReturnType<typeof createPrintLayout>;

/** Creates a print layout: the map on screen, on A4. */
export function createPrintLayout({
  model,
  words,
  measure,
  date,
  figures,
  covered,
}: PrintLayoutOptions) {
  const settings = signal<PrintSettings>({
    format: 'a4',
    orientation: 'landscape',
    dpi: 200,
    language: model.page.language.peek(),
    title: undefined,
    subtitle: '',
    reviewNumber: model.plan.standing.peek().reviewNumber ?? '',
    noticeCorner: 'top-left',
    hasGauge: false,
    isLocked: false,
  });
  const wanted = signal<FittedView | undefined>(undefined);
  /** The n of the scale 1:n that the user set; undefined once they have zoomed. */
  const typedScale = signal<number | undefined>(undefined);

  const page = computed<Page>(() => pageOf(settings.value.format, settings.value.orientation));
  const theme = computed<Theme>(() => (page.value.isSlide ? 'projector' : 'light'));
  const pageWords = computed(() => words[settings.value.language]);
  const answer = computed(() => figures.value.answer);
  const defaultTitle = computed(() => {
    const { pick, t } = pageWords.value;
    return pick(model.plan.title.value) || t('appName');
  });
  const bounds = computed(() => model.plan.frame.value.bounds);
  const small = computed(() => {
    const shownLayers = model.plan.layers.value
      .map(({ layer }) => layer)
      .filter(({ id, role }) => role === 'base' || model.plan.visibleIds.value.has(id));
    return smallPrint({
      words: pageWords.value,
      settings: settings.value,
      credits: creditsOf(shownLayers, pageWords.value.language),
      standing: model.plan.standing.value,
      provenance: figures.value.provenance,
      date,
    });
  });
  const composed = computed<PrintablePage>(() =>
    printablePage({
      page: page.value,
      theme: theme.value,
      words: pageWords.value,
      settings: settings.value,
      view: wanted.value ?? screenView(model, covered),
      bounds: bounds.value,
      defaultTitle: defaultTitle.value,
      notice: coastNoticeText(model.plan.coastStatus.value, pageWords.value),
      small: small.value,
      hasFigures: answer.value !== undefined,
      groups: model.plan.groups.value,
      contentOf: (corners, zoom) =>
        legendContent(
          model.filter.shownLayers.value,
          model.plan.visibleIds.value,
          { corners, zoom, theme: theme.value },
          model.scenarios.sketch.value,
        ),
      ...{ measure, date },
    }),
  );

  return {
    ...readonly({ settings }),
    ...{ page, composed, answer, defaultTitle, date },
    /** The scale that the user set and that this page cannot have, as the base map does not reach so far. */
    missedScale: computed(() => {
      const n = typedScale.value;
      const shown = scaleOf(composed.value.view, page.value.pixelMm);
      return n === undefined || formatScale(n) === formatScale(shown) ? undefined : n;
    }),
    ...layoutActions({ settings, wanted, typedScale, page, composed, frame: model.plan.frame }),
  };
}

/** The user's actions on a print layout. */
function layoutActions({
  settings,
  wanted,
  typedScale,
  page,
  composed,
  frame,
}: {
  readonly settings: Signal<PrintSettings>;
  /** The view that the user has set; undefined while the page shows that of the screen. */
  readonly wanted: Signal<FittedView | undefined>;
  readonly typedScale: Signal<number | undefined>;
  readonly page: ReadonlySignal<Page>;
  readonly composed: ReadonlySignal<PrintablePage>;
  /** The plan's extent, and the box that the map may not leave. */
  readonly frame: ReadonlySignal<Pick<PlanFrame, 'extent' | 'bounds'>>;
}) {
  /** The same view at the scale that the user typed: one zoom has another scale at another latitude. */
  const atTypedScale = (view: FlatView): FlatView => {
    const n = typedScale.peek();
    return n === undefined ? view : { ...view, zoom: zoomForScale(view, n, page.peek().pixelMm) };
  };
  /** Changes the view that the page shows now. */
  const move = (change: (view: FlatView) => FlatView): void => {
    if (settings.peek().isLocked) return;
    const { view, pixels } = composed.peek();
    wanted.value = constrainView(change(view), pixels, frame.peek().bounds);
  };
  return {
    change: (next: Partial<PrintSettings>): void => {
      batch(() => {
        const before = composed.peek();
        const scale = typedScale.peek() ?? scaleOf(before.view, page.peek().pixelMm);
        // A locked map is this place at this scale, whatever it was fitted to.
        if (next.isLocked === true) wanted.value = before.view;
        settings.value = { ...settings.peek(), ...next };
        const isOther = next.format !== undefined || next.orientation !== undefined;
        // A map that fits the screen's view or the plan fits it on the new page too; one that the user has moved or
        // set to a scale shows the same place at the same scale.
        if (!isOther || wanted.peek() === undefined || typeof wanted.peek() === 'function') return;
        wanted.value = {
          ...before.view,
          zoom: zoomForScale(before.view, scale, page.peek().pixelMm),
        };
      });
    },
    /** Moves the map by CSS pixels of the page. */
    pan: (right: number, down: number): void =>
      move((view) => {
        const [longitude, latitude] = positionAt(view, right, down);
        return atTypedScale({ ...view, longitude, latitude });
      }),
    /** Zooms by steps around a point, given in pixels of the page from the middle. */
    zoomBy: (steps: number, [right, down]: readonly [number, number] = [0, 0]): void =>
      move((view) => {
        typedScale.value = undefined;
        const share = 1 - 2 ** -steps;
        const [longitude, latitude] = positionAt(view, right * share, down * share);
        return { ...view, longitude, latitude, zoom: view.zoom + steps };
      }),
    /** Sets the scale 1:n, which holds while the map is moved and when the page changes, as far as the base map reaches. */
    setScale: (n: number): void => {
      if (settings.peek().isLocked) return;
      batch(() => {
        typedScale.value = n;
        move(atTypedScale);
      });
    },
    /** Returns to the view on screen. */
    showAsOnScreen: (): void => {
      if (settings.peek().isLocked) return;
      batch(() => {
        typedScale.value = undefined;
        wanted.value = undefined;
      });
    },
    /** Shows the whole plan, as large as the map of the page allows, also on a page chosen later. */
    fitPlan: (): void => {
      if (settings.peek().isLocked) return;
      const { extent } = frame.peek();
      batch(() => {
        typedScale.value = undefined;
        wanted.value = (size) => viewOfBox(extent, size);
      });
    },
  };
}
