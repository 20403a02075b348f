import type { Conflict } from '../../domain/conflicts/conflict.ts';
import type { Missing, RegisterRow } from '../../domain/site-register/register.ts';
import { formatAccuracy, formatLength } from '../format.ts';
import type { I18n } from '../i18n.tsx';

/** Why a figure is absent, in words. */
export function missingWords(missing: Missing, { t }: I18n): string {
  return t(`siteRegisterMissing_${missing}`);
}

/** How far a site is from the coast, and how far it would have to be. */
export function setbackWords({ distanceM, limitM = 0 }: Conflict, { t, language }: I18n): string {
  return t('siteRegisterSetback', {
    distance: formatLength(distanceM, language),
    required: formatLength(limitM, language),
  });
}

/** What a site is: its status in the plan, or its purpose and scenario. */
export function kindWords({ of }: RegisterRow, { t }: I18n): string {
  return of.kind === 'project'
    ? t(`status_${of.status}`)
    : `${of.scenario.name} · ${t(`purpose_${of.purpose}`)}`;
}

/** How well the position of a site is known. */
export function accuracyWords({ accuracyM }: RegisterRow, { t, language }: I18n): string {
  if (accuracyM === undefined) return t('siteRegisterUnstated');
  return accuracyM === 0 ? t('siteRegisterDrawn') : formatAccuracy(accuracyM, language);
}
