import type { JSX } from 'preact';
import { SHORE_KEYS, type ShoreKey } from '../../domain/coast-change/change-ledger.ts';
import type { ScopeChange } from '../../domain/coast-change/compare-coasts.ts';
import type { ChangeFigure } from '../../domain/coast-change/stretches-behind.ts';
import { useI18n } from '../i18n.tsx';
import { figureName, kilometresText, metresText, SHOWN_M, shoreLabel } from './change-words.ts';
import { FigureCell, type FigureLinks } from './figure-cell.tsx';

/** The classes that occur on each side of a matrix, in order. */
export function occurringClasses({
  transitions,
  lostByClass,
  gainedByClass,
}: Pick<ScopeChange, 'transitions' | 'lostByClass' | 'gainedByClass'>): {
  readonly rows: readonly ShoreKey[];
  readonly columns: readonly ShoreKey[];
} {
  return {
    rows: SHORE_KEYS.filter(
      (from) =>
        lostByClass[from] >= SHOWN_M || SHORE_KEYS.some((to) => transitions[from][to] >= SHOWN_M),
    ),
    columns: SHORE_KEYS.filter(
      (to) =>
        gainedByClass[to] >= SHOWN_M || SHORE_KEYS.some((from) => transitions[from][to] >= SHOWN_M),
    ),
  };
}

/** Metres by class before and class after, with lost and gained coast; each cell opens its stretches. */
export function ChangeMatrix(props: {
  readonly figures: ScopeChange;
  readonly links: FigureLinks;
}): JSX.Element {
  const { t } = useI18n();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section class="scroll-box" aria-label={t('coastChangeMatrix')} tabIndex={0}>
      <MatrixTable {...props} />
    </section>
  );
}

/** The table of a matrix; in kilometres where it says so, as on paper. */
export function MatrixTable({
  figures,
  links,
  isInKilometres = false,
}: {
  readonly figures: ScopeChange;
  readonly links?: FigureLinks | undefined;
  readonly isInKilometres?: boolean;
}): JSX.Element {
  const words = useI18n();
  const { t, pick, language } = words;
  const { transitions, lostByClass, gainedByClass, lostM, gainedM } = figures;
  const { rows, columns } = occurringClasses(figures);
  const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
  const lengthText = isInKilometres ? kilometresText : metresText;
  const cell = (figure: ChangeFigure, metres: number, isKept = false): JSX.Element => (
    <td class={isKept ? 'change-matrix__kept' : undefined}>
      {metres < SHOWN_M ? (
        lengthText(metres, language)
      ) : (
        <FigureCell
          figure={figure}
          links={links}
          label={`${figureName(figure, words)}: ${lengthText(metres, language)}`}
        >
          {lengthText(metres, language)}
        </FigureCell>
      )}
    </td>
  );
  return (
    <table class="model-table change-matrix">
      <caption class="visually-hidden">{t('coastChangeMatrixCaption')}</caption>
      <thead>
        <tr>
          <th scope="col">
            {t(isInKilometres ? 'coastChangeFromToKilometres' : 'coastChangeFromTo')}
          </th>
          {columns.map((to) => (
            <th key={to} scope="col">
              {pick(shoreLabel(to))}
            </th>
          ))}
          <th scope="col">{t('coastChangeLost')}</th>
          <th scope="col">{t('coastChangeBefore')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((from) => (
          <tr key={from}>
            <th scope="row">{pick(shoreLabel(from))}</th>
            {columns.map((to) =>
              cell({ kind: 'matched', from, to }, transitions[from][to], from === to),
            )}
            {cell({ kind: 'lost', of: from }, lostByClass[from])}
            <td class="change-matrix__sum">
              {lengthText(
                lostByClass[from] + sum(SHORE_KEYS.map((to) => transitions[from][to])),
                language,
              )}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('coastChangeGained')}</th>
          {columns.map((to) => cell({ kind: 'gained', of: to }, gainedByClass[to]))}
          <td />
          <td class="change-matrix__sum">{lengthText(gainedM, language)}</td>
        </tr>
        <tr class="change-matrix__sum">
          <th scope="row">{t('coastChangeAfter')}</th>
          {columns.map((to) => (
            <td key={to}>
              {lengthText(
                gainedByClass[to] + sum(SHORE_KEYS.map((from) => transitions[from][to])),
                language,
              )}
            </td>
          ))}
          <td>{lengthText(lostM, language)}</td>
          <td />
        </tr>
      </tfoot>
    </table>
  );
}

/** What took the place of lost coast beyond the tolerance, by classes; nothing where there is none. */
export function ReplacedCoast({
  figures: { replaced },
  links,
}: {
  readonly figures: ScopeChange;
  readonly links?: FigureLinks | undefined;
}): JSX.Element | null {
  const words = useI18n();
  const { t, pick, language } = words;
  const pairs = SHORE_KEYS.flatMap((from) =>
    SHORE_KEYS.filter((to) => replaced[from][to] >= SHOWN_M).map((to) => ({ from, to })),
  );
  if (pairs.length === 0) return null;
  return (
    <>
      <p class="change-pairs__title quiet">{t('coastChangeReplaced')}</p>
      <ul class="change-pairs">
        {pairs.map(({ from, to }) => {
          const figure = { kind: 'replaced', from, to } as const;
          return (
            <li key={`${from} ${to}`}>
              <FigureCell figure={figure} links={links}>
                {t('coastChangePair', {
                  from: pick(shoreLabel(from)),
                  to: pick(shoreLabel(to)),
                })}{' '}
                {metresText(replaced[from][to], language)} {language === 'zh' ? '米' : 'm'}
              </FigureCell>
            </li>
          );
        })}
      </ul>
    </>
  );
}
