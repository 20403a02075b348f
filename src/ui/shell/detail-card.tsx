import type { ComponentChildren, JSX, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { ZoneSummary } from '../../domain/audit/audit.ts';
import type { AuditAnswer } from '../../domain/audit/audit-question.ts';
import type { CoastStatus } from '../../domain/coast-status.ts';
import type { CoastlineSegment } from '../../domain/coastline.ts';
import type { CatalogueLayer } from '../../domain/dataset.ts';
import type { Measurement } from '../../domain/geodesy.ts';
import { type Selection, selectionGeometry, selectionId } from '../../domain/selection.ts';
import type { Theme } from '../../domain/symbology.ts';
import type { Judgement } from '../audit/reclassify-form.tsx';
import { Icon } from '../controls/icon.tsx';
import { IconButton } from '../controls/icon-button.tsx';
import { useI18n } from '../i18n.tsx';
import { lazy } from '../lazy.tsx';
import { LayerSwatch } from '../legend/symbols.tsx';
import { ProjectDetail } from '../projects/project-detail.tsx';

const SegmentDetail = lazy(async () => (await import('../audit/segment-detail.tsx')).SegmentDetail);
const ZoneDetail = lazy(async () => (await import('../audit/zone-detail.tsx')).ZoneDetail);
const ShownDetail = lazy(async () => (await import('./shown-detail.tsx')).ShownDetail);

/** Props of the card of the selected feature. */
export type DetailCardProps = {
  readonly selection: Selection;
  readonly layer: CatalogueLayer | undefined;
  readonly measurement: Measurement | undefined;
  /** The list of a project's conflicts. */
  readonly conflicts: ComponentChildren;
  /** The list of what lies within a distance. */
  readonly within: ComponentChildren;
  readonly zoneSummary: ZoneSummary | undefined;
  /** The audit that the summary is from. */
  readonly audited: AuditAnswer | undefined;
  readonly segments: readonly CoastlineSegment[];
  readonly coastStatus: CoastStatus;
  readonly hoveredId: string | undefined;
  readonly theme: Theme;
  readonly onClose: () => void;
  readonly onZoomTo: () => void;
  readonly onSelect: (id: string) => void;
  readonly onHover: (id: string | undefined) => void;
  /** Undefined where classes cannot be changed. */
  readonly onReclassify: ((judgement: Judgement) => void) | undefined;
};

/** All that is known of the selected project, stretch of coast, zone or feature that is only shown. */
export function DetailCard(props: DetailCardProps): JSX.Element {
  const { t } = useI18n();
  const { selection, layer, theme, onClose, onZoomTo } = props;
  const { title, subtitle } = useTitles(selection);
  const card = useRef<HTMLElement>(null);
  useFocusReturn(card, selectionId(selection));
  return (
    <aside
      ref={card}
      class="detail-card"
      aria-labelledby="detail-title"
      data-covers="right"
      data-selected={selectionId(selection)}
    >
      <header class="detail-card__head">
        {layer !== undefined && selection.kind === 'project' && (
          <LayerSwatch symbology={layer.symbology} theme={theme} />
        )}
        <div>
          <h2 id="detail-title">{title}</h2>
          <p class="quiet">{subtitle}</p>
        </div>
        <IconButton icon="close" label={t('clearSelection')} onPress={onClose} />
      </header>
      <div class="detail-card__body">
        <Detail {...props} />
        {selectionGeometry(selection) !== undefined && (
          <button type="button" class="text-button" onClick={onZoomTo}>
            <Icon name="locate" /> {t('zoomTo')}
          </button>
        )}
        {props.within}
      </div>
    </aside>
  );
}

/** Returns the focus to where the user selected the feature, when the card closes with the focus inside. */
function useFocusReturn(card: RefObject<HTMLElement | null>, pickedId: string): void {
  const picker = useRef<Element | null>(null);
  // At once, not after the next frame: on a slow machine the user may have pressed Tab by then.
  useLayoutEffect(() => {
    const focused = document.activeElement;
    const isOutside = focused !== document.body && card.current?.contains(focused) === false;
    if (isOutside && pickedId !== '') picker.current = focused;
  }, [card, pickedId]);
  useEffect(() => {
    const element = card.current;
    return () => {
      const focused = document.activeElement;
      const isLost = focused === null || focused === document.body || element?.contains(focused);
      const place = picker.current?.isConnected
        ? picker.current
        : (document.getElementById('panel') ?? document.getElementById('map-region'));
      if (isLost && place instanceof HTMLElement) place.focus();
    };
  }, [card]);
}

/** Both names, the chosen language's first: plans are discussed in both. */
function useTitles(selection: Selection): { readonly title: string; readonly subtitle: string } {
  const { language, pick, t } = useI18n();
  const other = language === 'zh' ? 'en' : 'zh';
  switch (selection.kind) {
    case 'project':
      return { title: pick(selection.project.name), subtitle: selection.project.name[other] };
    case 'segment':
      return { title: pick(selection.segment.name), subtitle: t('coastlineSegment') };
    case 'zone':
      return { title: pick(selection.zone.name), subtitle: selection.zone.name[other] };
    case 'shown':
      return { title: pick(selection.shown.name), subtitle: pick(selection.shown.layer.title) };
  }
}

function Detail(props: DetailCardProps): JSX.Element {
  const {
    selection,
    measurement,
    zoneSummary,
    segments,
    coastStatus,
    hoveredId,
    theme,
    onSelect,
    onHover,
    onReclassify,
  } = props;
  switch (selection.kind) {
    case 'project':
      return (
        <ProjectDetail
          project={selection.project}
          measurement={measurement}
          conflicts={props.conflicts}
        />
      );
    case 'segment':
      return (
        <SegmentDetail
          key={selection.segment.id}
          segment={selection.segment}
          measurement={measurement}
          coastStatus={coastStatus}
          theme={theme}
          onReclassify={onReclassify}
        />
      );
    case 'zone':
      return (
        <ZoneDetail
          zone={selection.zone}
          summary={zoneSummary}
          audited={props.audited}
          segments={segments}
          coastStatus={coastStatus}
          hoveredId={hoveredId}
          theme={theme}
          onSelect={onSelect}
          onHover={onHover}
        />
      );
    case 'shown':
      return <ShownDetail shown={selection.shown} measurement={measurement} />;
  }
}
