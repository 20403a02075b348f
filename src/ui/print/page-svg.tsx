import type { JSX } from 'preact';
import type { CoastSummary } from '../../domain/audit/audit.ts';
import type { LegendEntry } from '../../domain/legend/legend-content.ts';
import type { PlacedSymbol } from '../../domain/print/legend-flow.ts';
import type { Box, PageLayout } from '../../domain/print/page-layout.ts';
import type { ScaleBar } from '../../domain/print/scale-bar.ts';
import type { Theme } from '../../domain/symbology.ts';
import { formatNumber, UNITS } from '../format.ts';
import type { I18n } from '../i18n.tsx';
import { LegendSymbol } from '../legend/legend-symbol.tsx';
import { FigureLines } from './figure-svg.tsx';
import { PRINT_FONT, PRINT_INK, typeOf } from './print-typography.ts';
import { RatioFigure } from './ratio-figure.tsx';

/** The map's image on a page: its address, and the box that it fills; it is clipped to the map. */
export type PlacedImage = { readonly href: string; readonly box: Box };

/** Props of a page, which is preview, print and image alike. */
export type PageSvgProps = {
  readonly layout: PageLayout;
  /** The rows of the legend by their keys. */
  readonly entries: ReadonlyMap<string, LegendEntry>;
  readonly theme: Theme;
  readonly words: I18n;
  /** `1:50 000`, with the page it holds for. */
  readonly scaleText: string;
  readonly bar: ScaleBar;
  /** The bearing that is up on the map, in degrees. */
  readonly bearing: number;
  readonly picture: PlacedImage | undefined;
  /** The coast's figures; without them their place is empty. */
  readonly summary: CoastSummary | undefined;
  /** Alternative text of the page, a sentence or two. */
  readonly title: string;
  readonly description: string;
  /** Whether the map's place is left open, for an image that is drawn below it. */
  readonly isOverlay?: boolean;
};

/** Line widths in millimetres on A4. */
const LINE = { frame: 0.3, hair: 0.18 } as const;

/** A page with its map as one SVG, in millimetres. */
export function PageSvg(props: PageSvgProps): JSX.Element {
  const { layout, picture, isOverlay = false, theme, words, summary } = props;
  const { page, map, legend, notice } = layout;
  const unit = page.typeScale;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class="page-svg"
      viewBox={`0 0 ${page.widthMm} ${page.heightMm}`}
      width={`${page.widthMm}mm`}
      height={`${page.heightMm}mm`}
      font-family={PRINT_FONT}
      lang={words.language === 'zh' ? 'zh-CN' : 'en'}
      role="img"
      aria-label={props.title}
    >
      <title>{props.title}</title>
      <desc>{props.description}</desc>
      {!isOverlay && <rect width={page.widthMm} height={page.heightMm} fill={PRINT_INK.paper} />}
      {picture !== undefined && (
        <svg
          {...map}
          aria-hidden="true"
          viewBox={`${map.x} ${map.y} ${map.width} ${map.height}`}
          overflow="hidden"
        >
          <image {...picture.box} href={picture.href} preserveAspectRatio="none" />
        </svg>
      )}
      <rect {...map} fill="none" stroke={PRINT_INK.ink} stroke-width={LINE.frame * unit} />
      {notice !== undefined && (
        <rect
          {...notice.box}
          fill={PRINT_INK.paper}
          stroke={PRINT_INK.ink}
          stroke-width={LINE.hair * unit}
        />
      )}
      <FigureLines lines={[...layout.heading, ...layout.small, ...(notice?.lines ?? [])]} />
      {legend.signs.length > 0 && <FigureLines lines={[legend.title]} />}
      <g transform={`translate(${legend.box.x} ${legend.box.y})`}>
        <FigureLines lines={legend.texts} />
        {legend.signs.map((sign) => {
          const entry = props.entries.get(sign.key);
          return (
            entry && <PlacedLegendSymbol key={sign.key} sign={sign} entry={entry} theme={theme} />
          );
        })}
      </g>
      {layout.gauge !== undefined && summary !== undefined && (
        <RatioFigure summary={summary} box={layout.gauge} theme={theme} words={words} />
      )}
      <NorthArrow box={layout.north} bearing={props.bearing} words={words} />
      <Scale {...props} />
    </svg>
  );
}

/** The symbol of a row of the legend, scaled into its place: 36 × 20 as drawn, a site's dot 24 × 24. */
export function PlacedLegendSymbol({
  sign: { x, y, width, height },
  entry,
  theme,
}: {
  readonly sign: PlacedSymbol;
  readonly entry: LegendEntry;
  readonly theme: Theme;
}): JSX.Element {
  const isDot = 'hasShapes' in entry && !entry.hasShapes;
  const scale = height / (isDot ? 24 : 20);
  const left = isDot ? x + (width - height) / 2 : x;
  return (
    <g transform={`translate(${left} ${y}) scale(${scale})`} fill="none">
      <LegendSymbol entry={entry} theme={theme} />
    </g>
  );
}

function NorthArrow({
  box: { x, y, width, height },
  bearing,
  words,
}: {
  readonly box: Box;
  readonly bearing: number;
  readonly words: I18n;
}): JSX.Element {
  const size = width * 0.5;
  const [middleX, middleY] = [x + width / 2, y + height / 2];
  return (
    <g transform={`rotate(${-bearing} ${middleX} ${middleY})`}>
      <text
        x={middleX}
        y={middleY - height * 0.2}
        text-anchor="middle"
        {...typeOf({ size: height * 0.25, isBold: true })}
      >
        {words.t('printNorth')}
      </text>
      <path
        d={`M${middleX} ${middleY - height * 0.16}l${size / 2} ${height * 0.6}l${-size / 2} ${-height * 0.16}z`}
        fill={PRINT_INK.ink}
      />
      <path
        d={`M${middleX} ${middleY - height * 0.16}l${-size / 2} ${height * 0.6}l${size / 2} ${-height * 0.16}z`}
        fill={PRINT_INK.paper}
        stroke={PRINT_INK.ink}
        stroke-width={width * 0.025}
        stroke-linejoin="round"
      />
    </g>
  );
}

function Scale({ layout, bar, scaleText, words: { language } }: PageSvgProps): JSX.Element {
  const { x, y, height } = layout.scale;
  const unit = layout.page.typeScale;
  const [top, thick] = [y + height * 0.5, 1.3 * unit];
  const part = bar.lengthMm / bar.parts;
  const isLong = bar.lengthM >= 1000;
  const inUnit = (metres: number): string => {
    const value = isLong ? metres / 1000 : metres;
    const decimals = `${Number(value.toPrecision(6))}`.split('.')[1]?.length ?? 0;
    return formatNumber(value, decimals, language);
  };
  const label = { ...typeOf({ size: 2.4 * unit }), y: top + thick + 3 * unit };
  const name = (isLong ? UNITS.kilometre : UNITS.metre)[language];
  return (
    <g>
      <text x={x} y={y + height * 0.32} {...typeOf({ size: 3.2 * unit, isBold: true })}>
        {scaleText}
      </text>
      {Array.from({ length: bar.parts }, (_, index) => (
        <rect
          key={index}
          {...{ x: x + index * part, y: top, width: part, height: thick }}
          fill={index % 2 === 0 ? PRINT_INK.ink : PRINT_INK.paper}
          stroke={PRINT_INK.ink}
          stroke-width={LINE.hair * unit}
        />
      ))}
      <text x={x} text-anchor="middle" {...label}>
        0
      </text>
      <text x={x + bar.lengthMm} text-anchor="middle" {...label}>
        {`${inUnit(bar.lengthM)} ${name}`}
      </text>
    </g>
  );
}
