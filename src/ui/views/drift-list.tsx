import type { JSX } from 'preact';
import type { FigureDrift } from '../../domain/views/figure-drift.ts';
import { useI18n } from '../i18n.tsx';
import { formatFigure } from './figure-labels.ts';

/** What has changed since a view was saved: "was 35.2 %, now 34.9 %", a line each. */
export function DriftList({ drifts }: { readonly drifts: readonly FigureDrift[] }): JSX.Element {
  const { t, language } = useI18n();
  return (
    <ul class="drifts">
      {drifts.map(({ name, was, now }) => (
        <li key={name}>
          <span aria-hidden="true">Δ</span>{' '}
          {t('drift', {
            name: t(`figure_${name}`),
            was: formatFigure(name, was, language),
            now: now === undefined ? t('driftGone') : formatFigure(name, now, language),
          })}
        </li>
      ))}
    </ul>
  );
}
