import type { JSX } from 'preact';
import type { Position } from '../../domain/geometry.ts';
import type { ThumbnailGeometry } from '../../domain/scenarios/site-thumbnail.ts';

/** Sites over the coast near them, small; the words beside it say the same. */
export function SiteThumbnail({
  sketch: { width, height, coast, sites },
}: {
  readonly sketch: ThumbnailGeometry;
}): JSX.Element {
  return (
    <svg
      class="site-thumbnail"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
      focusable="false"
    >
      <path class="site-thumbnail__coast" d={coast.map((line) => path(line)).join('')} />
      {sites.map(({ kind, purpose, lines }, index) => {
        const [at] = lines[0] ?? [];
        return kind === 'point' ? (
          at && (
            <circle
              key={`${index} ${kind}`}
              class={`site-thumbnail__area site-thumbnail--${purpose}`}
              cx={rounded(at[0])}
              cy={rounded(at[1])}
              r={4}
            />
          )
        ) : (
          <path
            key={`${index} ${kind}`}
            class={`site-thumbnail__${kind} site-thumbnail--${purpose}`}
            d={lines.map((line) => path(line) + (kind === 'area' ? 'Z' : '')).join('')}
          />
        );
      })}
    </svg>
  );
}

/** A line as a path, to a tenth of a unit. Corners closer than that are left out. */
function path(line: readonly Position[]): string {
  let last = '';
  return line
    .map(([x, y]) => `${rounded(x)} ${rounded(y)}`)
    .filter((corner) => {
      const isNew = corner !== last;
      last = corner;
      return isNew;
    })
    .map((corner, index) => `${index === 0 ? 'M' : 'L'}${corner}`)
    .join('');
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
