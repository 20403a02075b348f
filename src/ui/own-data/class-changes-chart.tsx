import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ClassChange } from '../../domain/own-data/class-changes.ts';
import { COASTLINE_SYMBOLS, type Theme } from '../../domain/symbology.ts';
import { formatLength, formatPercent } from '../format.ts';
import { useI18n } from '../i18n.tsx';
import { CoastlineSwatch } from '../legend/symbols.tsx';

/** What a new coast did to the ratio. */
export type ClassChangesProps = {
  readonly name: string;
  readonly before: number | undefined;
  readonly after: number | undefined;
  readonly changes: readonly ClassChange[];
  readonly theme: Theme;
  readonly onUndo: () => void;
  readonly onClose: () => void;
};

/** The ratio before and after, and the steps between class by class. */
export function ClassChangesChart(props: ClassChangesProps): JSX.Element {
  const { changes, before, after, theme } = props;
  const { t, language } = useI18n();
  const section = useRef<HTMLElement>(null);
  // The button that led here is gone, and the panel may be scrolled far down.
  useEffect(() => section.current?.scrollIntoView({ block: 'start' }), []);
  const percent = (ratio: number | undefined): string =>
    ratio === undefined ? '–' : formatPercent(ratio, 2, language);
  return (
    <section
      ref={section}
      class="import-result"
      aria-label={t('importResult', { name: props.name })}
    >
      <h4>{t('importResult', { name: props.name })}</h4>
      <p class="import-result__figures" role="status">
        <span>{percent(before)}</span> → <strong>{percent(after)}</strong>
      </p>
      <ClassChangesTable changes={changes} theme={theme} />
      <div class="button-row">
        <button type="button" class="text-button" onClick={props.onUndo}>
          {t('undo')}
        </button>
        <button type="button" class="text-button" onClick={props.onClose}>
          {t('importClose')}
        </button>
      </div>
    </section>
  );
}

/** One row a class: its length before and after, the change, and the ratio with it and those above as they are after. */
export function ClassChangesTable({
  changes,
  theme,
}: Pick<ClassChangesProps, 'changes' | 'theme'>): JSX.Element {
  const { t, pick, language } = useI18n();
  const percent = (ratio: number | undefined): string =>
    ratio === undefined ? '–' : formatPercent(ratio, 2, language);
  const widest = Math.max(...changes.map(({ beforeM, afterM }) => Math.max(beforeM, afterM)), 1);
  return (
    <table class="waterfall">
      <caption class="visually-hidden">{t('importResultCaption')}</caption>
      <thead class="visually-hidden">
        <tr>
          <th scope="col">{t('class')}</th>
          <th scope="col">{t('importResultLengths')}</th>
          <th scope="col">{t('importResultChange')}</th>
          <th scope="col">{t('importResultRatio')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => {
          const changeM = change.afterM - change.beforeM;
          const of = change.class === 'unclassified' ? undefined : change.class;
          return (
            <tr key={change.class}>
              <th scope="row">
                <CoastlineSwatch of={of} theme={theme} />{' '}
                {of === undefined ? t('unclassified') : pick(COASTLINE_SYMBOLS[of].label)}
              </th>
              <td class="waterfall__bar">
                <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
                  <rect
                    class="import-result__before"
                    x="0"
                    y="1"
                    height="4"
                    width={(change.beforeM / widest) * 100}
                  />
                  <rect
                    class={changeM < 0 ? 'waterfall__loss' : 'waterfall__gain'}
                    x="0"
                    y="7"
                    height="4"
                    width={(change.afterM / widest) * 100}
                  />
                </svg>
              </td>
              <td>
                {changeM > 0 ? '+' : ''}
                {formatLength(changeM, language, 2)}
              </td>
              <td>{percent(change.ratio)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
