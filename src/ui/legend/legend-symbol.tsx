import type { JSX } from 'preact';
import { type AccuracySymbol, DASH_RULES } from '../../domain/legend/accuracy-symbols.ts';
import type { LegendEntry, LegendGroup, SketchKind } from '../../domain/legend/legend-content.ts';
import {
  COASTLINE_SYMBOLS,
  GRADE_SYMBOLS,
  type LayerSymbol,
  layerSymbol,
  MAP_COLOURS,
  type Theme,
  UNCLASSIFIED_SYMBOL,
} from '../../domain/symbology.ts';
import type { I18n } from '../i18n.tsx';
import {
  CoastlineSwatch,
  LayerLegendSwatch,
  LayerSwatch,
  ShownSwatch,
  WideSwatch,
  ZoneSwatch,
} from './symbols.tsx';

type Signed = { readonly entry: LegendEntry; readonly theme: Theme };

/** The symbol of a legend's row, as the map draws it: 36 × 20, a site's dot 24 × 24. */
export function LegendSymbol({ entry, theme }: Signed): JSX.Element {
  switch (entry.kind) {
    case 'zones':
      return <ZoneSwatch {...(entry.grade && { grade: entry.grade })} theme={theme} />;
    case 'class':
      return <CoastlineSwatch of={entry.class} theme={theme} />;
    case 'shown':
      return (
        <ShownSwatch
          colour={entry.colour ?? layerSymbol(entry.layer.symbology).colour[theme]}
          hasShapes={entry.hasShapes}
        />
      );
    case 'projects':
      return entry.hasShapes ? (
        <LayerLegendSwatch symbology={entry.layer.symbology} theme={theme} />
      ) : (
        <LayerSwatch symbology={entry.layer.symbology} theme={theme} />
      );
    case 'base':
      return <BaseSign symbology={entry.layer.symbology} theme={theme} />;
    case 'sketch':
      return <SketchSign of={entry.of} theme={theme} />;
    case 'sureness':
      return <AccuracyMark of={entry.of} theme={theme} />;
  }
}

/** The name of a legend's row. */
export function legendName(entry: LegendEntry, { t, pick }: I18n): string {
  switch (entry.kind) {
    case 'class':
      return pick(
        (entry.class === undefined ? UNCLASSIFIED_SYMBOL : COASTLINE_SYMBOLS[entry.class]).label,
      );
    case 'sketch':
      return t(`legendSketch_${entry.of}`);
    case 'sureness':
      return t(`legendAccuracy_${entry.of}`);
    case 'shown':
      return [entry.layer.title, entry.of?.label]
        .flatMap((text) => (text ? pick(text) : []))
        .join(' · ');
    case 'zones':
      return entry.grade === undefined
        ? pick(entry.layer.title)
        : t('legendZone', { grade: pick(GRADE_SYMBOLS[entry.grade].label) });
    case 'projects':
    case 'base':
      return pick(entry.layer.title);
  }
}

/** The title of a group of a legend's rows. */
export function legendGroupName({ title }: LegendGroup, { t, pick }: I18n): string {
  switch (title) {
    case 'scenario':
      return t('legendScenario');
    case 'sureness':
      return t('legendAccuracy');
    default:
      return pick(title);
  }
}

function BaseSign({
  symbology,
  theme,
}: {
  readonly symbology: string;
  readonly theme: Theme;
}): JSX.Element {
  const isBorder = symbology === 'base-district';
  return (
    <WideSwatch>
      <path
        d="M1 10H35"
        stroke={MAP_COLOURS[isBorder ? 'border' : 'contextLine'][theme]}
        stroke-width={isBorder ? 6 : 2.4}
        stroke-opacity={isBorder ? 0.25 : 1}
        stroke-dasharray={symbology === 'base-railways' ? '7 2.6' : undefined}
      />
    </WideSwatch>
  );
}

function SketchSign({
  of,
  theme,
}: {
  readonly of: SketchKind;
  readonly theme: Theme;
}): JSX.Element {
  const ink = {
    build: MAP_COLOURS.accent[theme],
    restore: MAP_COLOURS.gained[theme],
    lost: MAP_COLOURS.lost[theme],
    inside: MAP_COLOURS.accent[theme],
    gained: MAP_COLOURS.gained[theme],
  }[of];
  if (of === 'build' || of === 'restore')
    return (
      <WideSwatch>
        <rect
          {...{ x: 1.5, y: 2.5, width: 33, height: 15, fill: ink, 'fill-opacity': 0.16 }}
          stroke={ink}
          stroke-width="2"
          stroke-dasharray="6 3"
        />
      </WideSwatch>
    );
  return (
    <WideSwatch>
      <path
        d="M4 10H32"
        stroke={ink}
        stroke-width="7"
        stroke-linecap="round"
        stroke-opacity={of === 'inside' ? 0.35 : 1}
      />
      {of === 'gained' && (
        <path
          d="M4 10H32"
          stroke={MAP_COLOURS.casing[theme]}
          stroke-width="2.6"
          stroke-dasharray="4 4"
        />
      )}
    </WideSwatch>
  );
}

/** Dashes of a line of some pixels' width, as the map draws it. */
function dashesOf(line: LayerSymbol['line'], width: number): string {
  return DASH_RULES[line].dashes.map((part) => Number((part * width).toFixed(2))).join(' ');
}

function AccuracyMark({
  of,
  theme,
}: {
  readonly of: AccuracySymbol;
  readonly theme: Theme;
}): JSX.Element {
  const [ink, paper] = [MAP_COLOURS.quietText[theme], MAP_COLOURS.casing[theme]];
  switch (of) {
    case 'hollow':
      return (
        <WideSwatch>
          <circle cx="18" cy="10" r="7" fill={paper} stroke={ink} stroke-width="1.8" />
        </WideSwatch>
      );
    case 'circle':
      return (
        <WideSwatch>
          <circle
            {...{ cx: 18, cy: 10, r: 9, fill: 'none' }}
            stroke={ink}
            stroke-width="0.8"
            stroke-dasharray="1.6 2.4"
          />
          <circle cx="18" cy="10" r="2.6" fill={paper} stroke={ink} stroke-width="1.4" />
        </WideSwatch>
      );
    case 'soft':
      return (
        <WideSwatch>
          <path d="M1 10H35" stroke={ink} stroke-width="16" stroke-opacity="0.15" />
          <path d="M1 10H35" stroke={ink} stroke-width="8" stroke-opacity="0.25" />
        </WideSwatch>
      );
    case 'dashed':
      return (
        <WideSwatch>
          <path
            d="M1 10H35"
            stroke={ink}
            stroke-width="1.8"
            stroke-dasharray={dashesOf('plain', 1.8)}
          />
        </WideSwatch>
      );
    case 'wider-road':
      return (
        <WideSwatch>
          <path d="M1 10H35" stroke={ink} stroke-width="4.6" />
          <path d="M1 10H35" stroke={paper} stroke-width="1.8" />
        </WideSwatch>
      );
    case 'new-road':
      return (
        <WideSwatch>
          <path d="M1 10H35" stroke={ink} stroke-width="4" stroke-dasharray={dashesOf('road', 4)} />
        </WideSwatch>
      );
  }
}
