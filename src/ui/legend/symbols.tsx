import type { ComponentChildren, JSX } from 'preact';
import type { CoastlineClass, ProtectionGrade } from '../../domain/coastline.ts';
import { layerIconPath } from '../../domain/legend/layer-icon-path.ts';
import {
  COASTLINE_SYMBOLS,
  type CoastlineSymbol,
  GRADE_SYMBOLS,
  layerSymbol,
  MAP_COLOURS,
  type Theme,
  UNCLASSIFIED_SYMBOL,
} from '../../domain/symbology.ts';

/** A layer's symbol as the map draws it: the icon in its dot. */
export function LayerSwatch({
  symbology,
  theme,
}: {
  readonly symbology: string;
  readonly theme: Theme;
}): JSX.Element {
  const { colour, icon } = layerSymbol(symbology);
  return (
    <svg
      class="symbol"
      viewBox="0 0 24 24"
      width="24"
      height="24"
      aria-hidden="true"
      focusable="false"
    >
      <circle cx="12" cy="12" r="11" fill={colour[theme]} />
      <path
        d={layerIconPath(icon)}
        transform="translate(5.25 5.25) scale(0.9)"
        fill={MAP_COLOURS.casing[theme]}
      />
    </svg>
  );
}

/** The frame of a symbol for a line or an area. */
export function WideSwatch({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return (
    <svg
      class="symbol"
      viewBox="0 0 36 20"
      width="36"
      height="20"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

/** The sign of a dataset that is only shown, in its colour: an area or line, or a dot in a square frame. */
export function ShownSwatch({
  colour,
  hasShapes,
}: {
  readonly colour: string;
  readonly hasShapes: boolean;
}): JSX.Element {
  if (hasShapes)
    return (
      <WideSwatch>
        <rect {...{ x: 1, y: 2, width: 34, height: 16 }} fill={colour} fill-opacity="0.2" />
        <path d="M1 10H35" stroke={colour} stroke-width="2.4" />
      </WideSwatch>
    );
  return (
    <svg class="symbol" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <circle cx="12" cy="12" r="6" fill={colour} />
    </svg>
  );
}

/** A layer's symbol in the legend: its areas, lines and sites. */
export function LayerLegendSwatch({
  symbology,
  theme,
}: {
  readonly symbology: string;
  readonly theme: Theme;
}): JSX.Element {
  const { line, colour, fill } = layerSymbol(symbology);
  const [ink, paper] = [colour[theme], MAP_COLOURS.casing[theme]];
  return (
    <WideSwatch>
      {line === 'plain' ? (
        <>
          <rect
            x="1"
            y="2"
            width="34"
            height="16"
            fill={ink}
            fill-opacity={fill === 'hatch' ? 0.06 : 0.22}
            stroke={ink}
            stroke-width="1.6"
          />
          {fill === 'hatch' && (
            <path d="M4 18 20 2M12 18 28 2M20 18 34 4" stroke={ink} stroke-width="1.1" />
          )}
        </>
      ) : (
        <>
          <path d="M1 10H35" stroke={ink} stroke-width="5" />
          {line === 'rail' && (
            <path d="M3 10H35" stroke={paper} stroke-width="2" stroke-dasharray="6 6" />
          )}
        </>
      )}
    </WideSwatch>
  );
}

/** A stretch of coast as the map draws it: full, dotted, dashed or ticked. */
export function CoastlineSwatch({
  of,
  theme,
}: {
  readonly of: CoastlineClass | undefined;
  readonly theme: Theme;
}): JSX.Element {
  const symbol: CoastlineSymbol = of === undefined ? UNCLASSIFIED_SYMBOL : COASTLINE_SYMBOLS[of];
  const ink = symbol.colour[theme];
  return (
    <WideSwatch>
      <path d="M2 12H34" stroke={ink} stroke-width="4.5" stroke-linecap="round" />
      {(symbol.pattern === 'dashed' || symbol.pattern === 'dotted') && (
        <path
          d="M4 12H34"
          stroke={MAP_COLOURS.casing[theme]}
          stroke-width="2"
          stroke-dasharray={symbol.pattern === 'dotted' ? '2 5' : '5 5'}
        />
      )}
      {symbol.pattern === 'ticked' && (
        <path d="M6 12V4M14 12V4M22 12V4M30 12V4" stroke={ink} stroke-width="2" />
      )}
    </WideSwatch>
  );
}

/** A protection zone's outline with the band of its grade, if it has one; for the legend and the list of layers. */
export function ZoneSwatch({
  grade,
  theme,
}: {
  readonly grade?: ProtectionGrade;
  readonly theme: Theme;
}): JSX.Element {
  const ink = MAP_COLOURS.zone[theme];
  return (
    <WideSwatch>
      <rect
        x="1.5"
        y="2.5"
        width="33"
        height="15"
        fill={ink}
        fill-opacity="0.08"
        stroke={ink}
        stroke-width="1.6"
        stroke-dasharray="4.5 3"
      />
      {grade && (
        <path d="M1.5 5H34.5" stroke={GRADE_SYMBOLS[grade].colour[theme]} stroke-width="4" />
      )}
    </WideSwatch>
  );
}
