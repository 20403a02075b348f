import type { JSX } from 'preact';
import type { ChangeStretch } from '../../domain/coast-change/change-stretches.ts';
import { type Displacement, displacements } from '../../domain/coast-change/stretches-behind.ts';
import { formatLength, formatNumber, UNITS, withUnit } from '../format.ts';
import { useI18n } from '../i18n.tsx';
import type { ShownScope } from './change-result.ts';
import { hectaresText, SHOWN_M } from './change-words.ts';
import { FigureCell, type FigureLinks } from './figure-cell.tsx';

/** Land won and lost between the lines, and how far coast moved that left the tolerance. */
export function ChangeLand({
  shown: { figures, scope },
  stretches,
  links,
}: {
  readonly shown: ShownScope;
  readonly stretches: readonly ChangeStretch[];
  readonly links?: FigureLinks | undefined;
}): JSX.Element {
  const { t, language } = useI18n();
  const { seaward, landward } = displacements(stretches, scope);
  const { reclaimedM2, erodedM2 } = figures;
  const hectares = (areaM2: number, hasSign = false): string =>
    withUnit(
      `${hasSign && areaM2 >= 50 ? '+' : ''}${hectaresText(areaM2, language)}`,
      UNITS.hectare[language],
    );
  const moved = ({ lengthM, meanM }: Displacement): string =>
    lengthM < SHOWN_M || meanM === undefined
      ? t('coastChangeNone')
      : t('coastChangeMoved', {
          length: formatLength(lengthM, language, 2),
          metres: formatNumber(meanM, 1, language),
        });
  const area = (kind: 'reclaimed' | 'eroded', areaM2: number): JSX.Element =>
    areaM2 < 1 ? (
      <span>{hectares(areaM2)}</span>
    ) : (
      <FigureCell figure={{ kind }} links={links}>
        {hectares(areaM2)}
      </FigureCell>
    );
  return (
    <dl class="facts facts--figures">
      <div>
        <dt>{t('coastChangeReclaimed')}</dt>
        <dd>{area('reclaimed', reclaimedM2)}</dd>
      </div>
      <div>
        <dt>{t('coastChangeEroded')}</dt>
        <dd>{area('eroded', erodedM2)}</dd>
      </div>
      <div>
        <dt>{t('coastChangeNet')}</dt>
        <dd>{hectares(reclaimedM2 - erodedM2, true)}</dd>
      </div>
      <div>
        <dt>{t('coastChangeSeaward')}</dt>
        <dd>{moved(seaward)}</dd>
      </div>
      <div>
        <dt>{t('coastChangeLandward')}</dt>
        <dd>{moved(landward)}</dd>
      </div>
    </dl>
  );
}
