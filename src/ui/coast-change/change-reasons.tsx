import { Fragment, type JSX } from 'preact';
import type { ChangeKind } from '../../domain/coast-change/change-ledger.ts';
import { DRAWN_REASONS, REASON_LABELS } from '../../domain/coast-change/change-symbols.ts';
import type { ScopeChange } from '../../domain/coast-change/compare-coasts.ts';
import type { RatioChange } from '../../domain/coast-change/ratio-change.ts';
import type { Theme } from '../../domain/symbology.ts';
import { waterfallScale } from '../audit/waterfall-chart.tsx';
import { useI18n } from '../i18n.tsx';
import { ChangeSwatch } from './change-swatch.tsx';
import { pointsText, ratioText, SHOWN_M, signedMetres } from './change-words.ts';
import { FigureCell, type FigureLinks } from './figure-cell.tsx';

/** The bars' scale counts metres: a ratio of 1 is as long as a coast. */
const BAR_UNITS = 1e5;

type Bar = {
  readonly kind: 'end' | 'gain' | 'loss';
  readonly from: number;
  readonly to: number;
};

/** From the ratio before to the ratio after by six reasons, each with the metres that it adds. */
export function ChangeReasons({
  figures,
  theme,
  links,
}: {
  readonly figures: ScopeChange;
  readonly theme: Theme;
  readonly links?: FigureLinks | undefined;
}): JSX.Element {
  const { t, pick, language } = useI18n();
  const { before, after, change } = figures;
  const ends = { before: before.ratio ?? 0, after: after.ratio ?? 0 };
  let at = ends.before;
  const steps = change.parts.map((part) => {
    const from = at;
    at += part.ratio ?? 0;
    const bar: Bar = { kind: (part.ratio ?? 0) < 0 ? 'loss' : 'gain', from, to: at };
    return { part, bar };
  });
  const asBar = ({ kind, from, to }: Bar): Bar => ({
    kind,
    from: from * BAR_UNITS,
    to: to * BAR_UNITS,
  });
  const first: Bar = { kind: 'end', from: 0, to: ends.before };
  const last: Bar = { kind: 'end', from: 0, to: ends.after };
  const scale = waterfallScale([first, ...steps.map(({ bar }) => bar), last].map(asBar));
  const barOf = (bar: Bar): JSX.Element => (
    <td class="waterfall__bar">
      <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
        {scale.parts(asBar(bar)).map(([start, end]) => (
          <rect
            key={start}
            class={`waterfall__${bar.kind}`}
            x={start}
            width={end - start}
            y="1"
            height="10"
          />
        ))}
      </svg>
    </td>
  );
  const natural = (side: typeof before): number => side.naturalM + side.restoredM;
  const metresRow = (naturalM: number, totalM: number): JSX.Element => (
    <tr class="change-reasons__metres">
      <td colSpan={3}>
        {t('coastChangeMetres', {
          natural: signedMetres(naturalM, language),
          total: signedMetres(totalM, language),
        })}
      </td>
    </tr>
  );
  return (
    <table class="waterfall change-reasons">
      <caption class="visually-hidden">{t('coastChangePartsCaption')}</caption>
      <tbody>
        <tr>
          <th scope="row">{t('coastChangeBefore')}</th>
          {barOf(first)}
          <td>{ratioText(before.ratio, language)}</td>
        </tr>
        {steps.map(({ part, bar }) => {
          const figure = { kind: 'reason', of: part.kind } as const;
          const isNone = Math.abs(part.numeratorM) < SHOWN_M && Math.abs(part.totalM) < SHOWN_M;
          return (
            <Fragment key={part.kind}>
              <tr>
                <th scope="row">
                  <FigureCell figure={figure} links={links} class="change-reasons__name">
                    <ReasonSwatch of={part.kind} theme={theme} />
                    <span>{pick(REASON_LABELS[part.kind])}</span>
                  </FigureCell>
                </th>
                {barOf(bar)}
                <td>{pointsText(part.ratio, language)}</td>
              </tr>
              {!isNone && metresRow(part.numeratorM, part.totalM)}
            </Fragment>
          );
        })}
        <tr class="change-reasons__end">
          <th scope="row">{t('coastChangeAfter')}</th>
          {barOf(last)}
          <td>{ratioText(after.ratio, language)}</td>
        </tr>
        <tr class="change-reasons__end">
          <th scope="row" colSpan={2}>
            {t('coastChangeSum')}
          </th>
          <td>{pointsText(change.ratio, language)}</td>
        </tr>
        {metresRow(natural(after) - natural(before), after.totalM - before.totalM)}
      </tbody>
      <tfoot>
        {!isSumAsRounded(change) && (
          <tr>
            <td colSpan={3} class="quiet">
              {t('coastChangeRounded')}
            </td>
          </tr>
        )}
        {scale.floorM > 0 && (
          <tr>
            <td colSpan={3} class="quiet">
              {t('coastChangeCut', { ratio: ratioText(scale.floorM / BAR_UNITS, language) })}
            </td>
          </tr>
        )}
      </tfoot>
    </table>
  );
}

/** Whether the parts add up to the change as they are written, in thousandths of a point. */
function isSumAsRounded({ ratio, parts }: RatioChange): boolean {
  const written = (value: number | undefined): number => Math.round((value ?? 0) * 1e5);
  return parts.reduce((sum, part) => sum + written(part.ratio), 0) === written(ratio);
}

/** The symbol of a reason; an empty place for the one that the map leaves as it is. */
function ReasonSwatch({
  of,
  theme,
}: {
  readonly of: ChangeKind;
  readonly theme: Theme;
}): JSX.Element {
  const drawn = DRAWN_REASONS.find((reason) => reason === of);
  return drawn === undefined ? (
    <span class="change-reasons__blank" />
  ) : (
    <ChangeSwatch of={drawn} theme={theme} />
  );
}
