import type { ComponentChildren, JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { type SavedView, textIn } from '../../domain/views/saved-view.ts';
import type { SlideArrangement } from '../../domain/views/slide-blocks.ts';
import { useI18n } from '../i18n.tsx';
import { viewName } from '../views/default-names.ts';
import { BigNumber } from './slide-figures.tsx';
import { useFittedColumn } from './use-fitted-column.ts';
import { withUnits } from './with-units.ts';

/** Props of a slide. */
export type SlideProps = {
  readonly view: SavedView;
  /** From 0. */
  readonly index: number;
  readonly count: number;
  readonly layout: SlideArrangement;
  /** The filter of projects in words; undefined when all are shown. */
  readonly filter: string | undefined;
  /** Whether figures have changed since the view was saved; the speaker's window says which. */
  readonly hasDrifted: boolean;
  readonly isDetour: boolean;
  /** Digits typed so far of the slide to go to. */
  readonly typed: string;
  /** The names of two compared states, left first; undefined without a comparison. */
  readonly sides:
    | { readonly names: readonly [string, string]; readonly isBeside: boolean }
    | undefined;
  readonly figures: ComponentChildren;
  readonly legend: ComponentChildren;
  readonly controls: ComponentChildren;
  readonly attribution: ComponentChildren;
  readonly onReturn: () => void;
};

/** A stated number with more characters is set smaller, in one line if the column is wide enough. */
const LONG = 8;

/** A slide beside its map: title, caption, figure and legend in one column, credits below, large enough for the back row. */
export function Slide(props: SlideProps): JSX.Element {
  const { t, language } = useI18n();
  const column = useRef<HTMLDivElement>(null);
  useFittedColumn(column);
  const { view, index, count, sides } = props;
  const title = textIn(view.title, language) || viewName(view.number)[language];
  const { blocks = {} } = view;
  const caption = blocks.hasCaption === false ? '' : withUnits(textIn(view.caption, language));
  const number = blocks.number === undefined ? '' : textIn(blocks.number, language);
  return (
    <section class="presentation" data-layout={props.layout} aria-label={t('presentationTitle')}>
      <p class="visually-hidden" role="status">
        {t('presentationStarted', { index: index + 1, count, title, caption })}
      </p>
      {sides !== undefined && (
        <div class="presentation__sides" data-beside={sides.isBeside ? '' : undefined}>
          {sides.names.map((name) => (
            <p key={name}>{name}</p>
          ))}
        </div>
      )}
      <div ref={column} class="presentation__column">
        {props.isDetour && (
          <p class="presentation__detour" role="status">
            {t('presentationDetour')}{' '}
            <button type="button" class="button" onClick={props.onReturn}>
              {t('presentationBack')}
            </button>
          </p>
        )}
        <div class="presentation__words">
          <h2>{title}</h2>
          {number !== '' && <BigNumber isLong={number.length > LONG}>{number}</BigNumber>}
          {caption !== '' && <p>{caption}</p>}
          {props.filter !== undefined && <p class="presentation__filter">{props.filter}</p>}
        </div>
        {props.figures}
        {props.legend}
      </div>
      <div class="presentation__edge">
        {props.attribution}
        {props.controls}
        <p class="presentation__count">
          {props.hasDrifted && (
            <span class="presentation__drift" role="img" aria-label={t('slideDrifted')}>
              Δ
            </span>
          )}
          {props.typed !== '' && <kbd class="presentation__typed">{props.typed} ↵</kbd>}
          <span aria-hidden="true">{t('presentationOf', { index: index + 1, count })}</span>
        </p>
      </div>
    </section>
  );
}
