import type { JSX } from 'preact';
import type { MapStanding } from '../../domain/dataset.ts';
import { useI18n } from '../i18n.tsx';
import { mapNotice } from '../map-notice.ts';

/** Credits of every visible dataset and the standing of the map, always shown as text. */
export function Attribution({
  credits,
  standing,
}: {
  readonly credits: readonly string[];
  readonly standing: MapStanding;
}): JSX.Element {
  const words = useI18n();
  return (
    <p class="attribution" data-covers="band">
      <span>{words.t('sources')}: </span>
      {credits.join(' · ')}
      <span> — {mapNotice(standing, words)}</span>
    </p>
  );
}
