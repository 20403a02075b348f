import type { JSX } from 'preact';
import { type CoastSummary, countedClasses } from '../../domain/audit/audit.ts';
import {
  COASTLINE_SYMBOLS,
  type CoastlineSymbol,
  type Theme,
  UNCLASSIFIED_SYMBOL,
} from '../../domain/symbology.ts';
import { formatLength } from '../format.ts';
import { useI18n } from '../i18n.tsx';

/**
 * The counted classes that a coast has any of, with their lengths: what is in the numerator first, as the
 * rule has it, so that the target's tick can be read against it.
 */
export function classShares({ byClass, counting, unclassifiedM }: CoastSummary): readonly {
  readonly symbol: CoastlineSymbol;
  readonly lengthM: number;
}[] {
  return [
    ...countedClasses(counting).map((name) => ({
      symbol: COASTLINE_SYMBOLS[name],
      lengthM: byClass[name],
    })),
    { symbol: UNCLASSIFIED_SYMBOL, lengthM: unclassifiedM },
  ].filter(({ lengthM }) => lengthM > 0);
}

/** Shares of the coast by class as one bar, 0–100 %; the lengths are its title. */
export function ClassBar({
  summary,
  theme,
}: {
  readonly summary: CoastSummary;
  readonly theme: Theme;
}): JSX.Element | null {
  const { language } = useI18n();
  const { totalM } = summary;
  if (totalM === 0) return null;
  let start = 0;
  const parts = classShares(summary);
  const words = parts
    .map(({ symbol, lengthM }) => `${symbol.label[language]} ${formatLength(lengthM, language)}`)
    .join(' · ');
  return (
    <svg
      class="class-bar"
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      role="img"
      aria-label={words}
    >
      <title>{words}</title>
      {parts.map(({ symbol, lengthM }) => {
        const x = start;
        const width = (lengthM / totalM) * 100;
        start += width;
        return (
          <rect
            key={symbol.label.en}
            x={x}
            y="0"
            width={width}
            height="10"
            fill={symbol.colour[theme]}
          />
        );
      })}
    </svg>
  );
}
