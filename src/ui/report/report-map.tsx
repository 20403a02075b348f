import type { ComponentChildren, JSX } from 'preact';
import { COASTLINE_CLASSES } from '../../domain/coastline.ts';
import { scaleBar } from '../../domain/print/scale-bar.ts';
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

/** The longest bar under a picture, as a part of its width in percent. */
const LONGEST_BAR = 20;

/** A map with a scale bar, which is correct at any size of print, and what its signs mean. */
export function ReportPicture({
  picture: { url, widthM },
  name,
  caption,
  signs,
  children,
}: {
  readonly picture: ReportImage;
  /** What a reader who does not see it is told. */
  readonly name: string;
  readonly caption: string;
  /** Rows of the list of signs. */
  readonly signs: ComponentChildren;
  /** What stands on the picture. */
  readonly children?: ComponentChildren;
}): JSX.Element {
  const { language } = useI18n();
  const { lengthM, lengthMm: percent } = scaleBar(widthM / 100, LONGEST_BAR);
  return (
    <figure class="report__map">
      <div>
        <img src={url} alt={name} />
        {children}
      </div>
      <figcaption>
        <svg class="report__scale" height="8" aria-hidden="true" focusable="false">
          <rect width={`${percent}%`} height="4" y="2" />
        </svg>
        {formatLength(lengthM, language, 0)} · {caption}
        <ul class="report__signs">{signs}</ul>
      </figcaption>
    </figure>
  );
}

/** A map of the whole coast. */
export function ReportMap({ picture }: { readonly picture: ReportImage }): JSX.Element {
  const { t, language } = useI18n();
  return (
    <ReportPicture
      picture={picture}
      name={t('reportMap')}
      caption={t('reportMapCaption')}
      signs={COASTLINE_CLASSES.map((name) => (
        <li key={name}>
          <CoastlineSwatch of={name} theme="light" /> {COASTLINE_SYMBOLS[name].label[language]}
        </li>
      ))}
    />
  );
}
