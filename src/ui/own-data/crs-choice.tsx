import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { CrsOutline, SessionDataset } from '../../domain/own-data/dataset-card.ts';
import { Field } from '../controls/field.tsx';
import { formatLength } from '../format.ts';
import { type I18n, useI18n } from '../i18n.tsx';
import type { ImportCardActions } from './card-types.ts';

/** The coordinate reference system: as declared, or the readings to choose from with their distance from the coast. */
export function CrsChoice({
  dataset,
  chosen,
  chosenSwapped,
  hasOthers,
  actions,
}: {
  readonly dataset: SessionDataset;
  readonly chosen: string | undefined;
  readonly chosenSwapped: boolean | undefined;
  readonly hasOthers: boolean;
  readonly actions: Pick<ImportCardActions, 'decide' | 'preview' | 'goTo' | 'applyToAll'>;
}): JSX.Element {
  const words = useI18n();
  const { t } = words;
  const id = useId();
  const { crs, geometry } = dataset.report;
  const { readings } = dataset;
  if (geometry === 'none') return <p class="quiet">{t('importCrsNone')}</p>;
  const current = readings.find((reading) => reading.code === (chosen ?? crs.code));
  const isOpen = crs.how !== 'declared' || chosen !== undefined;
  // What was chosen shows at once, though reading it anew takes a while.
  const isTaken = (reading: CrsOutline): boolean =>
    chosen === undefined
      ? crs.how === 'confirmed' && reading.code === crs.code && isSame(reading, dataset.isSwapped)
      : reading.code === chosen && isSame(reading, chosenSwapped ?? dataset.isSwapped);
  return (
    <>
      {!isOpen && crs.code !== null && (
        <p>
          {systemName({ code: crs.code }, words)}{' '}
          <small class="quiet">{t('importCrsDeclared')}</small>{' '}
          {current !== undefined && <Distance reading={current} />}
        </p>
      )}
      {isOpen && readings.length === 0 && <p class="is-loss">{t('importCrsNothingFits')}</p>}
      {isOpen && readings.length > 0 && (
        <fieldset class="import-crs">
          <legend class="quiet">{t('importCrsChoose')}</legend>
          {readings.map((reading) => (
            <label
              key={`${reading.code}${reading.isSwapped === true}`}
              class="import-crs__reading"
              onMouseEnter={() => actions.preview(reading)}
            >
              <input
                type="radio"
                name={id}
                checked={isTaken(reading)}
                onFocus={() => actions.preview(reading)}
                onChange={() => {
                  actions.preview(reading);
                  actions.goTo(reading.bounds);
                  actions.decide({ crs: reading.code, isSwapped: reading.isSwapped === true });
                }}
              />
              <span>
                {systemName(reading, words)} <Distance reading={reading} />
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <div class="button-row">
        {readings.length > 0 && (
          <button
            type="button"
            class="text-button"
            onClick={() => {
              const shown = current ?? readings[0];
              actions.preview(shown);
              if (shown !== undefined) actions.goTo(shown.bounds);
            }}
          >
            {t('importShowOutline')}
          </button>
        )}
        {hasOthers && chosen !== undefined && (
          <button type="button" class="text-button" onClick={actions.applyToAll}>
            {t('importApplyToAll')}
          </button>
        )}
      </div>
      <details class="import-crs__other">
        <summary>{t('importCrsOther')}</summary>
        <Field
          label={t('importCrsCode')}
          hint={t('importCrsCodeHint')}
          placeholder="EPSG:4549"
          onChange={({ currentTarget }) => {
            const code = currentTarget.value.trim();
            if (code !== '') actions.decide({ crs: /^\d+$/.test(code) ? `EPSG:${code}` : code });
          }}
        />
      </details>
    </>
  );
}

function isSame({ isSwapped = false }: CrsOutline, wanted: boolean): boolean {
  return isSwapped === wanted;
}

/** A code with the name that a surveyor knows it by. */
export function systemName(
  { code, isSwapped }: Pick<CrsOutline, 'code' | 'isSwapped'>,
  { t }: Pick<I18n, 't'>,
): string {
  const name = `${code}${NAMES[code] === undefined ? gaussKrueger(code) : ` ${NAMES[code]}`}`;
  return isSwapped === true ? `${name}, ${t('importCrsSwapped')}` : name;
}

const NAMES: Readonly<Record<string, string>> = {
  'EPSG:4490': 'CGCS2000',
  'EPSG:4326': 'WGS 84',
  'EPSG:3857': 'Web Mercator',
};

/** The central meridian of the zones of CGCS2000 (EPSG registry). */
function gaussKrueger(code: string): string {
  const number = Number(/^EPSG:(\d+)$/.exec(code)?.[1] ?? 0);
  if (number >= 4513 && number <= 4533) return ` CGCS2000 3° ${number - 4513 + 25}`;
  if (number >= 4534 && number <= 4554) return ` CGCS2000 3° CM ${(number - 4534) * 3 + 75}E`;
  if (number >= 4491 && number <= 4501) return ` CGCS2000 6° ${number - 4491 + 13}`;
  if (number >= 4502 && number <= 4512) return ` CGCS2000 6° CM ${(number - 4502) * 6 + 75}E`;
  return number >= 32601 && number <= 32660 ? ` WGS 84 UTM ${number - 32600}N` : '';
}

function Distance({ reading }: { readonly reading: CrsOutline }): JSX.Element {
  const { t, language } = useI18n();
  return (
    <small class="quiet">
      {reading.medianM === undefined
        ? t('importFarFromCoast')
        : t('importFromCoast', { distance: formatLength(reading.medianM, language, 1) })}
    </small>
  );
}
