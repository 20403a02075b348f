import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';

/** The paint properties by which each type of style layer is seen through. */
const OPACITIES: Readonly<Record<string, readonly string[]>> = {
  fill: ['fill-opacity'],
  line: ['line-opacity'],
  circle: ['circle-opacity', 'circle-stroke-opacity'],
  symbol: ['icon-opacity', 'text-opacity'],
};

/** A style layer with its opacity multiplied, from 0 to 1, by a number or feature by feature. */
export function faded(
  layer: LayerSpecification,
  opacity: number | ExpressionSpecification,
): LayerSpecification {
  const paint: Readonly<Record<string, unknown>> = { ...layer.paint };
  const scaled = (OPACITIES[layer.type] ?? []).map((name) => {
    const own = paint[name] ?? 1;
    return [name, times(own, opacity)] as const;
  });
  return Object.assign({}, layer, { paint: { ...paint, ...Object.fromEntries(scaled) } });
}

/** Only the outermost expression may ask for the zoom: of steps of zoom each value is multiplied. */
function times(value: unknown, factor: number | ExpressionSpecification): unknown {
  if (typeof value === 'number' && typeof factor === 'number') return value * factor;
  return Array.isArray(value) && value[0] === 'step'
    ? value.map((part, index) => (index > 0 && index % 2 === 0 ? times(part, factor) : part))
    : ['*', factor, value];
}
