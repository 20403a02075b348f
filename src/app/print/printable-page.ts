import type { Provenance } from '../../domain/audit/provenance.ts';
import type { MapStanding } from '../../domain/dataset.ts';
import type { BoundingBox } from '../../domain/geometry.ts';
import {
  type LegendEntry,
  type legendContent,
  legendGroups,
} from '../../domain/legend/legend-content.ts';
import {
  type ComposedPage,
  composePage,
  type FittedView,
} from '../../domain/print/compose-page.ts';
import type { LabelledGroup } from '../../domain/print/legend-flow.ts';
import { metresPerPixel, scaleOf } from '../../domain/print/map-scale.ts';
import type { Page } from '../../domain/print/page.ts';
import { barIn } from '../../domain/print/page-layout.ts';
import type { ScaleBar } from '../../domain/print/scale-bar.ts';
import type { MeasureText } from '../../domain/print/text-wrap.ts';
import type { Theme } from '../../domain/symbology.ts';
import { provenanceLines, versionsText } from '../../ui/audit/audit-sentence.ts';
import { formatScale, PUNCTUATION } from '../../ui/format.ts';
import type { I18n } from '../../ui/i18n.tsx';
import { legendGroupName, legendName } from '../../ui/legend/legend-symbol.tsx';
import { mapNotice } from '../../ui/map-notice.ts';
import type { PrintSettings } from '../../ui/print/print-settings.tsx';

/** A composed page with everything that is drawn on it. */
export type PrintablePage = ComposedPage & {
  readonly words: I18n;
  readonly theme: Theme;
  readonly entries: ReadonlyMap<string, LegendEntry>;
  readonly legendGroups: readonly LabelledGroup[];
  /** The small print: notice, sources, date, review number, data version. */
  readonly small: readonly string[];
  readonly scaleText: string;
  readonly bar: ScaleBar;
  readonly title: string;
  readonly description: string;
};

/** The parts of a page. */
export type PrintablePageParts = {
  readonly page: Page;
  readonly theme: Theme;
  readonly words: I18n;
  readonly settings: PrintSettings;
  readonly view: FittedView;
  /** The box that the map may not leave. */
  readonly bounds: BoundingBox;
  /** The plan's title, used when the user has entered none. */
  readonly defaultTitle: string;
  /** The notice that the coast is an illustration; undefined for a surveyed coast. */
  readonly notice: string | undefined;
  /** Sources, date, review number, data version. */
  readonly small: readonly string[];
  readonly hasFigures: boolean;
  readonly groups: Parameters<typeof legendGroups>[1];
  /** Returns the legend of what is visible between the corners of a view. */
  readonly contentOf: (
    corners: Parameters<typeof legendContent>[2]['corners'],
    zoom: number,
  ) => readonly LegendEntry[];
  readonly measure: MeasureText;
  /** The date, ISO 8601. */
  readonly date: string;
};

/** Composes a page: places map, legend and texts, and describes the page in words. */
export function printablePage(parts: PrintablePageParts): PrintablePage {
  const { page, theme, words, settings, defaultTitle, notice, small, groups, contentOf } = parts;
  const { title = defaultTitle, subtitle, noticeCorner } = settings;
  const { t } = words;
  const labelled = (entries: readonly LegendEntry[]): readonly LabelledGroup[] =>
    legendGroups(entries, groups).map((group) => ({
      title: legendGroupName(group, words),
      rows: group.entries.map((entry) => ({ key: entry.key, name: legendName(entry, words) })),
      isBase: group.entries.every(({ kind }) => kind === 'base'),
    }));
  const composed = composePage({
    page,
    words: {
      ...{ title, subtitle, small, notice, noticeCorner },
      legendTitle: t('printLegend'),
      more: (count) => t('legendMore', { count }),
      hasGauge: settings.hasGauge && parts.hasFigures,
    },
    view: parts.view,
    frame: parts.bounds,
    legendOf: (corners, zoom) => labelled(contentOf(corners, zoom)),
    measure: parts.measure,
  });
  const entries = contentOf(composed.corners, composed.view.zoom);
  const scaleText = formatScale(scaleOf(composed.view, page.pixelMm));
  return {
    ...composed,
    ...{ words, theme, scaleText },
    entries: new Map(entries.map((entry) => [entry.key, entry])),
    legendGroups: labelled(entries),
    small: [...(notice === undefined ? [] : [notice]), ...small],
    bar: barIn(composed.layout.scale, metresPerPixel(composed.view) / page.pixelMm),
    title: title.trim() === '' ? t('printTitle') : title,
    description: t('printDescription', {
      scale: scaleText,
      date: parts.date,
      legend: entries.map((entry) => legendName(entry, words)).join(', '),
      notice: [notice ?? '', ...small].join(' '),
    }),
  };
}

/** Returns the small print of a page: sources, date, review number, what differs, data version. */
export function smallPrint({
  words,
  settings,
  credits,
  standing,
  provenance,
  date,
}: Pick<PrintablePageParts, 'words' | 'settings' | 'date'> & {
  readonly credits: readonly string[];
  readonly standing: MapStanding;
  readonly provenance: Provenance;
}): readonly string[] {
  const { t, language } = words;
  const reviewNumber = settings.reviewNumber.trim();
  const { colon } = PUNCTUATION[language];
  const review =
    reviewNumber === ''
      ? mapNotice({ ...standing, reviewNumber: undefined }, words)
      : // That the coast is an illustration stands apart on the page.
        mapNotice({ ...standing, coastStatus: { kind: 'surveyed' }, reviewNumber }, words);
  return [
    `${t('sources')}${colon}${credits.join(' · ')}`,
    [date, review, t('printProjection')].join(' · '),
    ...provenanceLines(provenance, words),
    `${t('printData')}${colon}${versionsText(provenance, words)}`,
  ];
}
