import type { JSX } from 'preact';
import { SHORE_KEYS, type ShoreKey } from '../../domain/coast-change/change-ledger.ts';
import type { ScopeChange } from '../../domain/coast-change/compare-coasts.ts';
import type { ChangeFigure } from '../../domain/coast-change/stretches-behind.ts';
import { useI18n } from '../i18n.tsx';
import { figureName, isSameFigure, metresText, SHOWN_M, shoreLabel } from './change-words.ts';

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
export function ChangeMatrix({
  figures,
  open,
  onOpen,
}: {
  readonly figures: ScopeChange;
  readonly open: ChangeFigure | undefined;
  readonly onOpen: (figure: ChangeFigure) => void;
}): JSX.Element {
  const words = useI18n();
  const { t, pick, language } = words;
  const { transitions, lostByClass, gainedByClass, lostM, gainedM } = figures;
  const { rows, columns } = occurringClasses(figures);
  const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
  const cell = (figure: ChangeFigure, metres: number, isKept = false): JSX.Element => (
    <td class={isKept ? 'change-matrix__kept' : undefined}>
      {metres < SHOWN_M ? (
        metresText(metres, language)
      ) : (
        <button
          type="button"
          class="change-matrix__cell"
          aria-label={`${figureName(figure, words)}: ${metresText(metres, language)}`}
          aria-expanded={isSameFigure(open, figure)}
          onClick={() => onOpen(figure)}
        >
          {metresText(metres, language)}
        </button>
      )}
    </td>
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section class="scroll-box" aria-label={t('coastChangeMatrix')} tabIndex={0}>
      <table class="model-table change-matrix">
        <caption class="visually-hidden">{t('coastChangeMatrixCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('coastChangeFromTo')}</th>
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
                {metresText(
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
            <td class="change-matrix__sum">{metresText(gainedM, language)}</td>
          </tr>
          <tr class="change-matrix__sum">
            <th scope="row">{t('coastChangeAfter')}</th>
            {columns.map((to) => (
              <td key={to}>
                {metresText(
                  gainedByClass[to] + sum(SHORE_KEYS.map((from) => transitions[from][to])),
                  language,
                )}
              </td>
            ))}
            <td>{metresText(lostM, language)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

/** What took the place of lost coast beyond the tolerance, by classes; nothing where there is none. */
export function ReplacedCoast({
  figures: { replaced },
  open,
  onOpen,
}: {
  readonly figures: ScopeChange;
  readonly open: ChangeFigure | undefined;
  readonly onOpen: (figure: ChangeFigure) => void;
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
              <button
                type="button"
                class="change-matrix__cell"
                aria-expanded={isSameFigure(open, figure)}
                onClick={() => onOpen(figure)}
              >
                {t('coastChangePair', {
                  from: pick(shoreLabel(from)),
                  to: pick(shoreLabel(to)),
                })}{' '}
                {metresText(replaced[from][to], language)} {language === 'zh' ? '米' : 'm'}
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
