import { batch, computed, signal } from '@preact/signals';
import type { Language } from '../../domain/bilingual.ts';
import { creditsOf } from '../../domain/dataset.ts';
import { type FlatView, pixelsTo, positionAt } from '../../domain/geometry/web-mercator.ts';
import {
  type LegendEntry,
  legendContent,
  legendGroups,
} from '../../domain/legend/legend-content.ts';
import { MAP_BOUNDS } from '../../domain/map-bounds.ts';
import { type ComposedPage, composePage } from '../../domain/print/compose-page.ts';
import type { LabelledGroup } from '../../domain/print/legend-flow.ts';
import {
  constrainView,
  metresPerPixel,
  scaleOf,
  zoomForScale,
} from '../../domain/print/map-scale.ts';
import { type Page, pageOf } from '../../domain/print/page.ts';
import { barIn } from '../../domain/print/page-layout.ts';
import type { ScaleBar } from '../../domain/print/scale-bar.ts';
import type { MeasureText } from '../../domain/print/text-wrap.ts';
import type { Theme } from '../../domain/symbology.ts';
import type { MapPadding } from '../../map/scene.ts';
import { type DataVersion, versionsText } from '../../ui/audit/audit-sentence.ts';
import { formatScale, PUNCTUATION } from '../../ui/format.ts';
import type { I18n } from '../../ui/i18n.tsx';
import { legendGroupName, legendName } from '../../ui/legend/legend-symbol.tsx';
import type { PrintSettings } from '../../ui/print/print-composer.tsx';
import { readonly } from '../lifecycle/as-readonly.ts';
import type { Model } from '../state/model.ts';

/** What a composer starts from. */
export type PrintLayoutOptions = {
  readonly model: Model;
  readonly words: Readonly<Record<Language, I18n>>;
  readonly measure: MeasureText;
  /** Day, as ISO 8601. */
  readonly date: string;
  readonly versions: readonly DataVersion[];
  /** What panels cover of the screen's map, in pixels. */
  readonly covered: MapPadding;
};

/** A page as it stands, with all that is drawn on it. */
export type PrintablePage = ComposedPage & {
  readonly words: I18n;
  readonly theme: Theme;
  readonly entries: ReadonlyMap<string, LegendEntry>;
  readonly legendGroups: readonly LabelledGroup[];
  /** What must go along: notice, sources, date, review number, data version. */
  readonly small: readonly string[];
  readonly scaleText: string;
  readonly bar: ScaleBar;
  readonly title: string;
  readonly description: string;
};

/** The page that a map is exported on: settings, and what follows from them. */
export type PrintLayout = ReturnType<typeof createPrintLayout>;

/** What a map takes of its page's width and height, more or less. */
const MAP_SHARE = 0.72;

/** Sets up the page of a composer: what the desk shows, on A4. */
export function createPrintLayout({
  model,
  words,
  measure,
  date,
  versions,
  covered,
}: PrintLayoutOptions) {
  const settings = signal<PrintSettings>({
    format: 'a4',
    orientation: 'landscape',
    dpi: 200,
    language: model.page.language.peek(),
    title: undefined,
    subtitle: '',
    reviewNumber: '',
    noticeCorner: 'top-left',
    hasGauge: false,
    isLocked: false,
  });
  const wanted = signal<FlatView | undefined>(undefined);

  const page = computed<Page>(() => pageOf(settings.value.format, settings.value.orientation));
  const theme = computed<Theme>(() => (page.value.isSlide ? 'projector' : 'light'));
  const pageWords = computed(() => words[settings.value.language]);
  const answer = computed(() =>
    model.audit.state.value.kind === 'ready' ? model.audit.state.value.answer : undefined,
  );
  const shownLayers = computed(() =>
    model.plan.layers.value
      .map(({ layer }) => layer)
      .filter(({ id, role }) => role === 'base' || model.plan.visibleIds.value.has(id)),
  );
  const defaultTitle = computed(() => {
    const state = model.plan.catalogue.value;
    return state.kind === 'ready'
      ? pageWords.value.pick(state.catalogue.title)
      : pageWords.value.t('planArea');
  });
  const notice = computed(() =>
    model.plan.isSurveyed.value ? undefined : pageWords.value.t('illustration'),
  );

  const contentOf = (
    corners: Parameters<typeof legendContent>[2]['corners'],
    zoom: number,
  ): readonly LegendEntry[] =>
    legendContent(
      model.filter.shownLayers.value,
      model.plan.visibleIds.value,
      { corners, zoom, theme: theme.value },
      model.scenarios.sketch.value,
    );
  const groups = computed(() => {
    const state = model.plan.catalogue.value;
    return state.kind === 'ready' ? state.catalogue.groups : [];
  });
  const small = computed<readonly string[]>(() => {
    const { t, language } = pageWords.value;
    const { reviewNumber } = settings.value;
    const { colon } = PUNCTUATION[language];
    const review =
      reviewNumber.trim() !== ''
        ? t('printReviewed', { number: reviewNumber.trim() })
        : t(model.plan.isSurveyed.value ? 'printNoReview' : 'notSurveyed');
    return [
      `${t('sources')}${colon}${creditsOf(shownLayers.value).join(' · ')}`,
      [date, review, t('printProjection')].join(' · '),
      `${t('printData')}${colon}${versionsText(versions)}`,
    ];
  });

  const composed = computed<PrintablePage>(() => {
    const { title = defaultTitle.value, subtitle, noticeCorner, hasGauge } = settings.value;
    const spoken = pageWords.value;
    const { t } = spoken;
    const inWords = (entries: readonly LegendEntry[]): readonly LabelledGroup[] =>
      legendGroups(entries, groups.value).map((group) => ({
        title: legendGroupName(group, spoken),
        rows: group.entries.map((entry) => ({ key: entry.key, name: legendName(entry, spoken) })),
      }));
    const made = composePage({
      page: page.value,
      words: {
        title,
        subtitle,
        legendTitle: t('printLegend'),
        small: small.value,
        notice: notice.value,
        noticeCorner,
        hasGauge: hasGauge && answer.value !== undefined,
      },
      view: wanted.value ?? firstView(model, page.value, covered),
      frame: MAP_BOUNDS,
      legendOf: (corners, zoom) => inWords(contentOf(corners, zoom)),
      measure,
    });
    const entries = contentOf(made.corners, made.view.zoom);
    const { pixelMm } = page.value;
    const scaleText = formatScale(scaleOf(made.view, pixelMm));
    return {
      ...made,
      words: spoken,
      theme: theme.value,
      entries: new Map(entries.map((entry) => [entry.key, entry])),
      legendGroups: inWords(entries),
      small: [...(notice.value === undefined ? [] : [notice.value]), ...small.value],
      scaleText,
      bar: barIn(made.layout.scale, metresPerPixel(made.view) / pixelMm),
      title: title.trim() === '' ? t('printTitle') : title,
      description: t('printDescription', {
        scale: scaleText,
        date,
        legend: entries.map((entry) => legendName(entry, spoken)).join(', '),
        notice: [notice.value ?? '', ...small.value].join(' '),
      }),
    };
  });

  /** Moves what the page shows now. */
  const move = (change: (view: FlatView) => FlatView): void => {
    if (settings.peek().isLocked) return;
    const { view, pixels } = composed.peek();
    wanted.value = constrainView(change(view), pixels, MAP_BOUNDS);
  };

  return {
    ...readonly({ settings }),
    ...{ page, composed, answer, defaultTitle },
    date,
    change: (next: Partial<PrintSettings>): void => {
      batch(() => {
        // What the page shows stays, at its scale, when the page becomes another one.
        const before = composed.peek();
        const scale = scaleOf(before.view, page.peek().pixelMm);
        settings.value = { ...settings.peek(), ...next };
        const isOther = next.format !== undefined || next.orientation !== undefined;
        if (!isOther || wanted.peek() === undefined) return;
        wanted.value = {
          ...before.view,
          zoom: zoomForScale(before.view, scale, page.peek().pixelMm),
        };
      });
    },
    /** Moves the map by pixels of the page. */
    pan: (right: number, down: number): void =>
      move((view) => {
        const [longitude, latitude] = positionAt(view, right, down);
        return { ...view, longitude, latitude };
      }),
    /** Zooms by steps around a place, in pixels of the page from the middle. */
    zoomBy: (steps: number, [right, down]: readonly [number, number] = [0, 0]): void =>
      move((view) => {
        const share = 1 - 2 ** -steps;
        const [longitude, latitude] = positionAt(view, right * share, down * share);
        return { ...view, longitude, latitude, zoom: view.zoom + steps };
      }),
    /** Sets the scale 1:n; returns the one that the base map allows. */
    setScale: (n: number): number => {
      const { pixelMm } = page.peek();
      move((view) => ({ ...view, zoom: zoomForScale(view, n, pixelMm) }));
      return scaleOf(composed.peek().view, pixelMm);
    },
    /** Shows again what the screen shows. */
    showAsOnScreen: (): void => {
      if (!settings.peek().isLocked) wanted.value = undefined;
    },
  };
}

/** What the screen shows beside its panels, as large as fits on a page. */
function firstView(model: Model, page: Page, covered: MapPadding): FlatView {
  const [camera, corners] = [model.url.state.peek().camera, model.map.corners.peek()];
  if (camera === undefined || corners === undefined) {
    const [west, south, east, north] = MAP_BOUNDS;
    return { longitude: (west + east) / 2, latitude: (south + north) / 2, zoom: 8, bearing: 0 };
  }
  const [left, top] = pixelsTo(camera, corners[0]);
  const [right, bottom] = pixelsTo(camera, corners[2]);
  // A tilted view has no one scale: its middle counts.
  const free =
    camera.pitch === 0
      ? {
          left: left + covered.left,
          top: top + covered.top,
          right: right - covered.right,
          bottom: bottom - covered.bottom,
        }
      : { left: -500, top: -350, right: 500, bottom: 350 };
  const steps = Math.log2(
    Math.min(
      (MAP_SHARE * page.widthMm) / page.pixelMm / Math.max(1, free.right - free.left),
      (MAP_SHARE * page.heightMm) / page.pixelMm / Math.max(1, free.bottom - free.top),
    ),
  );
  const [longitude, latitude] = positionAt(
    camera,
    (free.left + free.right) / 2,
    (free.top + free.bottom) / 2,
  );
  return { longitude, latitude, zoom: camera.zoom + steps, bearing: camera.bearing };
}
