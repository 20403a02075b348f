import type { JSX } from 'preact';
import type { Bilingual } from '../../domain/bilingual.ts';
import { formatScale } from '../format.ts';
import { useI18n } from '../i18n.tsx';
import { scaleInWords } from '../scale-in-words.ts';

/** Props of the legend's foot. */
export type LegendFootProps = {
  /** The n of the map's scale 1:n; undefined for a picture of which the scale is not known. */
  readonly scale: number | undefined;
  /** The coastline datasets on the map: title, date (ISO 8601), and the scale that they were drawn for. */
  readonly coasts: readonly {
    readonly title: Bilingual;
    readonly date: string;
    readonly drawnFor: number | undefined;
  }[];
};

/** What a map states beside its symbols: scale, projection, and the date of its coast. */
export function LegendFoot({ scale, coasts }: LegendFootProps): JSX.Element {
  const { t, pick, language } = useI18n();
  return (
    <ul class="legend__foot quiet">
      {scale !== undefined && <li>{t('legendScale', { scale: formatScale(scale) })}</li>}
      <li>{t('legendProjection')}</li>
      {coasts.map(({ title, date, drawnFor }) => (
        <li key={pick(title)}>
          {drawnFor === undefined
            ? t('legendCoast', { title: pick(title), date })
            : t('legendCoastFor', {
                title: pick(title),
                date,
                scale: scaleInWords(drawnFor, language),
              })}
        </li>
      ))}
    </ul>
  );
}
