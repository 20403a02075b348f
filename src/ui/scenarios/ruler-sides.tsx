import type { JSX } from 'preact';
import type { Position } from '../../domain/geometry.ts';
import { sidesOf } from '../../domain/map-tools/ruler.ts';
import { formatLength, formatNumber } from '../format.ts';
import { useI18n } from '../i18n.tsx';

/** With more sides than these the table begins folded. */
const MOST_OPEN = 8;

/** Length and bearing of each side of what is measured; nothing for a single side, which the figures tell. */
export function RulerSides({
  positions,
}: {
  readonly positions: readonly Position[];
}): JSX.Element | null {
  const { t, language } = useI18n();
  const sides = sidesOf(positions);
  if (sides.length < 2) return null;
  return (
    <details class="evidence-box" open={sides.length <= MOST_OPEN}>
      <summary>
        {t('rulerSides')} <span class="count">{sides.length}</span>
      </summary>
      <table class="ruler-sides">
        <thead>
          <tr>
            <th scope="col">{t('rulerSide')}</th>
            <th scope="col">{t('measure_length')}</th>
            <th scope="col">{t('measure_bearing')}</th>
          </tr>
        </thead>
        <tbody>
          {sides.map(({ lengthM, bearing }, index) => (
            // Sides have no identity but their place in the line.
            <tr key={index}>
              <th scope="row">{index + 1}</th>
              <td>{formatLength(lengthM, language, 3)}</td>
              <td>{`${formatNumber(bearing, 2, language)}°`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
