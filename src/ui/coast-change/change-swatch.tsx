import type { ComponentChildren, JSX } from 'preact';
import {
  CHANGE_DASHES,
  CHANGE_SYMBOLS,
  DRAWN_REASONS,
  type DrawnReason,
  REASON_LABELS,
} from '../../domain/coast-change/change-symbols.ts';
import { MAP_COLOURS, type Theme } from '../../domain/symbology.ts';
import { useI18n } from '../i18n.tsx';
import { WideSwatch } from '../legend/symbols.tsx';

/** The line by which the map draws a reason. */
export function ChangeSwatch({
  of,
  theme,
}: {
  readonly of: DrawnReason;
  readonly theme: Theme;
}): JSX.Element {
  const { colour, pattern } = CHANGE_SYMBOLS[of];
  const dashes = (width: number): string =>
    CHANGE_DASHES[pattern].map((part) => Number((part * width).toFixed(2))).join(' ');
  return (
    <WideSwatch>
      <path
        d="M2 10H34"
        stroke={colour[theme]}
        stroke-width="6"
        stroke-dasharray={pattern === 'broken' ? dashes(6) : undefined}
      />
      {pattern !== 'full' && pattern !== 'broken' && (
        <path
          d="M2 10H34"
          stroke={MAP_COLOURS.casing[theme]}
          stroke-width="2"
          stroke-dasharray={pattern === 'cored' ? undefined : dashes(2)}
        />
      )}
    </WideSwatch>
  );
}

type ChangeSignsProps = {
  /** The reasons that are drawn. */
  readonly reasons: ReadonlySet<DrawnReason>;
  readonly theme: Theme;
};

/** The part of the map's legend while two surveys are compared. */
export function ChangeLegend(props: ChangeSignsProps): JSX.Element {
  const { t } = useI18n();
  return (
    <section>
      <h3>{t('coastChangeLegend')}</h3>
      <ul>
        <ChangeSigns {...props} />
      </ul>
    </section>
  );
}

/** What the lines and areas of a map of change mean, as rows of a list. */
export function ChangeSigns({ reasons, theme }: ChangeSignsProps): JSX.Element {
  const { t, pick } = useI18n();
  const row = (symbol: ComponentChildren, name: string): JSX.Element => (
    <li key={name}>
      {symbol} {name}
    </li>
  );
  return (
    <>
      {DRAWN_REASONS.filter((reason) => reasons.has(reason)).map((reason) =>
        row(<ChangeSwatch of={reason} theme={theme} />, pick(REASON_LABELS[reason])),
      )}
      {row(
        <WideSwatch>
          <path d="M2 10H34" stroke={MAP_COLOURS.quietText[theme]} stroke-width="1.4" />
        </WideSwatch>,
        t('coastChangeLegendSame'),
      )}
      {row(
        <WideSwatch>
          <path
            d="M2 10H34"
            stroke={MAP_COLOURS.townText[theme]}
            stroke-width="1.4"
            stroke-dasharray="4.2 2.8"
          />
        </WideSwatch>,
        t('coastChangeLegendBefore'),
      )}
      {row(
        <WideSwatch>
          <rect
            {...{ x: 2, y: 3, width: 32, height: 14 }}
            fill={MAP_COLOURS.townText[theme]}
            fill-opacity="0.18"
          />
        </WideSwatch>,
        t('coastChangeLegendLand'),
      )}
    </>
  );
}
