import type { JSX } from 'preact';
import { TEXT_LINE } from '../../domain/print/fit-text.ts';
import { wrapText } from '../../domain/print/text-wrap.ts';
import { formatPercent } from '../../ui/format.ts';
import { PRINT_FONT, typeOf } from '../../ui/print/print-typography.ts';
import {
  AXIS_SPAN,
  axisStep,
  BAR_POINTS,
  CHART_TYPE,
  HALF_TARGET,
  labelMiddle,
  type RatioChart,
} from './ratio-chart.ts';
import { BAND_COLOURS } from './ratio-chart-xml.ts';
import type { ComposeContext } from './slide-blocks.ts';
import { SLIDE_COLOURS, type SlideItem, type SlidePage, type TextItem } from './slide-items.ts';
import type { SlideBox } from './slide-layout.ts';

/** Everything is drawn in points: letters of less than a unit are set badly. */
const POINTS = 72;
/** The distance from the top of a line to its baseline, as a multiple of the type size. */
const ASCENT = 0.98;

/** A slide as an SVG sheet of its own, in the size of the slide. */
export function SlideSvg({
  page,
  number,
  context,
}: {
  readonly page: SlidePage;
  /** From 1. */
  readonly number: number;
  readonly context: ComposeContext;
}): JSX.Element {
  const { width, height, rules, number: place } = page.places;
  const title = page.items.find((item) => item.kind === 'text' && item.isTitle === true);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width * POINTS} ${height * POINTS}`}
      width={`${width}in`}
      height={`${height}in`}
      font-family={PRINT_FONT}
      lang={context.words.language === 'zh' ? 'zh-CN' : 'en'}
      role="img"
      aria-label={title?.kind === 'text' ? title.text : ''}
    >
      <rect width={width * POINTS} height={height * POINTS} fill={SLIDE_COLOURS.bg1} />
      {page.items.map((item, index) => (
        <Drawn key={index} item={item} context={context} />
      ))}
      {rules.map((rule, index) => (
        <rect key={index} {...inPoints(rule)} fill={SLIDE_COLOURS.bg2} />
      ))}
      <Drawn
        item={{
          ...{ kind: 'text', path: ['number'], box: place, text: `${number}`, size: 10 },
          ...{ colour: 'tx2', align: 'right', valign: 'middle' },
        }}
        context={context}
      />
    </svg>
  );
}

function inPoints({ x, y, w, h }: SlideBox) {
  return { x: x * POINTS, y: y * POINTS, width: w * POINTS, height: h * POINTS };
}

function Drawn({
  item,
  context,
}: {
  readonly item: SlideItem;
  readonly context: ComposeContext;
}): JSX.Element {
  const box = inPoints(item.box);
  switch (item.kind) {
    case 'text':
      return <Words item={item} context={context} />;
    case 'picture':
      return (
        <image {...box} href={item.data} preserveAspectRatio="none" aria-label={item.alt}>
          <title>{item.alt}</title>
        </image>
      );
    case 'shape': {
      const look = {
        fill: SLIDE_COLOURS[item.fill],
        'fill-opacity': item.opacity ?? 1,
        ...(item.line !== undefined && { stroke: SLIDE_COLOURS[item.line], 'stroke-width': 0.5 }),
      };
      if (item.shape === 'rect') return <rect {...box} {...look} />;
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      return (
        <path
          d={`M${x} ${box.y}L${box.x + box.width} ${box.y + box.height}H${box.x}Z`}
          transform={`rotate(${item.turn ?? 0} ${x} ${y})`}
          {...look}
        />
      );
    }
    case 'chart':
      return <ChartDrawing chart={item.chart} box={item.box} context={context} />;
  }
}

function Words({
  item: { text, size, colour, isBold = false, align = 'left', valign = 'top', box },
  context,
}: {
  readonly item: TextItem;
  readonly context: ComposeContext;
}): JSX.Element {
  const { x, y, width, height } = inPoints(box);
  const lines = text
    .split('\n')
    .flatMap((part) => wrapText(part, width, { size, isBold }, context.measure));
  const spare = height - lines.length * size * TEXT_LINE;
  const top = y + { top: 0, middle: spare / 2, bottom: spare }[valign];
  const anchor = { left: 'start', center: 'middle', right: 'end' } as const;
  const at = x + { left: 0, center: width / 2, right: width }[align];
  return (
    <text text-anchor={anchor[align]} {...typeOf({ size, isBold })} fill={SLIDE_COLOURS[colour]}>
      {lines.map((line, index) => (
        <tspan key={index} x={at} y={top + (index * TEXT_LINE + ASCENT) * size}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** The chart that PowerPoint draws of the same values. */
function ChartDrawing({
  chart,
  box,
  context: { words },
}: {
  readonly chart: RatioChart;
  readonly box: SlideBox;
  readonly context: ComposeContext;
}): JSX.Element {
  const { x, y, width } = inPoints(box);
  const [from, to] = AXIS_SPAN;
  const at = (share: number): number => x + width * (from + ((to - from) * share) / chart.end);
  const up = (inches: number): number => y + (chart.plot - inches) * POINTS;
  const step = axisStep(chart.end);
  const ticks = Array.from({ length: Math.floor(chart.end / step + 1e-6) + 1 }, (_, i) => i * step);
  const type = typeOf({ size: CHART_TYPE });
  const middle = CHART_TYPE * 0.36;
  return (
    <g>
      {chart.rows.map(({ band, bar, verdict, ratio, target, ...labels }, index) => (
        <g key={index}>
          {band !== undefined && (
            <path
              d={`M${at(band.low)} ${up(bar)}H${at(band.high)}`}
              stroke={SLIDE_COLOURS[BAND_COLOURS[verdict]]}
              stroke-opacity="0.45"
              stroke-width={BAR_POINTS.band}
            />
          )}
          <path
            d={`M${at(0)} ${up(bar)}H${at(ratio)}`}
            stroke={SLIDE_COLOURS.tx1}
            stroke-width={BAR_POINTS.ratio}
          />
          <path
            d={`M${at(target)} ${up(bar + HALF_TARGET)}V${up(bar - HALF_TARGET)}`}
            stroke={SLIDE_COLOURS.accent1}
            stroke-width={BAR_POINTS.target}
          />
          {labels.nameLabel && (
            <text {...type} x={at(0)} y={up(labels.nameLabel.at) + middle}>
              {labels.nameLabel.text}
            </text>
          )}
          {band && labels.bandLabel && (
            <text
              {...type}
              x={at(labelMiddle((band.low + band.high) / 2, chart.end))}
              y={up(labels.bandLabel.at) + middle}
              text-anchor="middle"
            >
              {labels.bandLabel.text}
            </text>
          )}
          {labels.targetLabel && (
            <text
              {...type}
              x={at(labelMiddle(target, chart.end))}
              y={up(labels.targetLabel.at) + middle}
              text-anchor="middle"
              fill={SLIDE_COLOURS.accent1}
            >
              {labels.targetLabel.text}
            </text>
          )}
        </g>
      ))}
      <path d={`M${at(0)} ${up(0)}H${at(chart.end)}`} stroke={SLIDE_COLOURS.bg2} />
      {ticks.map((share) => (
        <text
          key={share}
          {...typeOf({ size: CHART_TYPE, isQuiet: true })}
          x={at(share)}
          y={up(0) + 13}
          text-anchor={share === 0 ? 'start' : share > chart.end - 1e-6 ? 'end' : 'middle'}
        >
          {formatPercent(share, 0, words.language)}
        </text>
      ))}
    </g>
  );
}
