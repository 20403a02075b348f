import type { JSX } from 'preact';
import { COASTLINE_CLASSES } from '../../domain/coastline.ts';
import { COASTLINE_SYMBOLS } from '../../domain/symbology.ts';
import { formatLength } from '../format.ts';
import { useI18n } from '../i18n.tsx';
import { CoastlineSwatch } from '../legend/symbols.tsx';

/** A map drawn for paper. */
export type ReportImage = {
  /** As a data URL. */
  readonly url: string;
  /** The image's width on the ground, along the parallel through its middle. */
  readonly widthM: number;
};

/** Length of the bar under the picture, in metres. */
const BAR_M = 10_000;

/** A map of the whole coast with a scale bar, which is correct at any size of print. */
export function ReportMap({ picture }: { readonly picture: ReportImage }): JSX.Element {
  const { t, language } = useI18n();
  return (
    <figure class="report__map">
      <img src={picture.url} alt={t('reportMap')} />
      <figcaption>
        <svg class="report__scale" height="8" aria-hidden="true" focusable="false">
          <rect width={`${(BAR_M / picture.widthM) * 100}%`} height="4" y="2" />
        </svg>
        {formatLength(BAR_M, language, 0)} · {t('reportMapCaption')}
        <ul class="report__signs">
          {COASTLINE_CLASSES.map((name) => (
            <li key={name}>
              <CoastlineSwatch of={name} theme="light" /> {COASTLINE_SYMBOLS[name].label[language]}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}
