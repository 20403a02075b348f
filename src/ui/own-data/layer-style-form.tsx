import type { JSX } from 'preact';
import type { LayerRole } from '../../domain/dataset.ts';
import type { LayerStyle } from '../../domain/layer-style.ts';
import { Choice } from '../controls/choice.tsx';
import { FieldFrame } from '../controls/field.tsx';
import { NumberField } from '../controls/number-field.tsx';
import { useI18n } from '../i18n.tsx';

/** How features are coloured: all alike, by value, or by class of numbers. */
export const COLOUR_MODES = ['none', 'categories', 'quantile', 'natural-breaks'] as const;
/** A way to colour features, from `COLOUR_MODES`. */
export type ColourMode = (typeof COLOUR_MODES)[number];

/** What is asked for colours by an attribute. */
export type ColourQuestion = {
  readonly mode: ColourMode;
  readonly field: string;
  readonly count: number;
  readonly palette: string;
};

/** Props of the form. */
export type LayerStyleFormProps = {
  readonly style: LayerStyle;
  /** Where it is drawn among the layers of its kind, from 1 at the bottom, of how many. */
  readonly place: number;
  readonly all: number;
  /** Its kind, which stays between others whatever its place: areas never hide the coast. */
  readonly role: LayerRole;
  /** Colours of a dataset that is only shown; absent for layers of the plan, whose colours carry meaning. */
  readonly colours?: ColourFieldsProps;
  readonly onOpacity: (opacity: number) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onReset: () => void;
};

/** Opacity and order of a layer, and the colours of a dataset that is only shown. */
export function LayerStyleForm(props: LayerStyleFormProps): JSX.Element {
  const { style, place, all, role } = props;
  const { t } = useI18n();
  const percent = Math.round(style.opacity * 100);
  const said = t('layerOpacityValue', { percent });
  return (
    <div class="layer-look">
      <FieldFrame label={`${t('layerOpacity')} ${said}`}>
        {(control) => (
          <input
            {...control}
            type="range"
            min={0}
            max={100}
            step={5}
            value={percent}
            aria-valuetext={said}
            onInput={({ currentTarget }) => props.onOpacity(Number(currentTarget.value) / 100)}
          />
        )}
      </FieldFrame>
      {all > 1 && (
        <fieldset class="layer-look__moves">
          <legend class="visually-hidden">{t('layerOrder')}</legend>
          <div class="layer-look__order">
            <button
              type="button"
              class="button"
              // Not `disabled`: at the end of the way the button would lose the focus.
              aria-disabled={place === all}
              onClick={() => place < all && props.onMove(1)}
            >
              {t('layerForward')}
            </button>
            <button
              type="button"
              class="button"
              aria-disabled={place === 1}
              onClick={() => place > 1 && props.onMove(-1)}
            >
              {t('layerBackward')}
            </button>
          </div>
          <small class="quiet" role="status">
            {t('layerOrderPlace', { place, all })}
          </small>
        </fieldset>
      )}
      {role !== 'base' && <p class="quiet">{t(`layerOrderWhy_${role}`)}</p>}
      {props.colours && <ColourFields {...props.colours} />}
      <button type="button" class="text-button" onClick={props.onReset}>
        {t('layerStyleReset')}
      </button>
    </div>
  );
}

/** Props of the fields for colours. */
export type ColourFieldsProps = {
  readonly colour: string;
  readonly width: number;
  readonly question: ColourQuestion;
  readonly fields: readonly string[];
  readonly counts: readonly number[];
  readonly palettes: readonly ('viridis' | 'cividis')[];
  /** What is worth a word about the classes that were made. */
  readonly note: { readonly key: 'layerNoNumbers' | 'layerMoreValues' } | FewerClasses | undefined;
  readonly onColour: (colour: string) => void;
  readonly onWidth: (pixels: number) => void;
  readonly onAsk: (question: Partial<ColourQuestion>) => void;
};

type FewerClasses = { readonly key: 'layerFewerClasses'; readonly count: number };

function ColourFields(props: ColourFieldsProps): JSX.Element {
  const { t } = useI18n();
  const { question, fields, note } = props;
  const isBroken = question.mode === 'quantile' || question.mode === 'natural-breaks';
  return (
    <>
      <FieldFrame label={t('layerColour')}>
        {(control) => (
          <input
            {...control}
            type="color"
            value={props.colour}
            onInput={({ currentTarget }) => props.onColour(currentTarget.value)}
          />
        )}
      </FieldFrame>
      <NumberField
        label={t('layerWidth')}
        value={props.width}
        least={0.5}
        most={12}
        step={0.5}
        unit={t('layerWidthUnit')}
        isRestored
        onChange={props.onWidth}
      />
      <Choice
        label={t('layerColourBy')}
        options={COLOUR_MODES.map((mode) => [mode, t(`layerColourBy_${mode}`)] as const)}
        value={question.mode}
        isDisabled={fields.length === 0}
        hint={fields.length === 0 ? t('layerNoField') : undefined}
        onChoose={(mode) => props.onAsk({ mode })}
      />
      {question.mode !== 'none' && (
        <Choice
          label={t('layerField')}
          options={fields.map((field) => [field, field] as const)}
          value={question.field}
          error={note?.key === 'layerNoNumbers' ? t('layerNoNumbers') : undefined}
          onChoose={(field) => props.onAsk({ field })}
        />
      )}
      {isBroken && (
        <>
          <Choice
            label={t('layerClasses')}
            options={props.counts.map((count) => [String(count), String(count)] as const)}
            value={String(question.count)}
            onChoose={(count) => props.onAsk({ count: Number(count) })}
          />
          <Choice
            label={t('layerPalette')}
            options={props.palettes.map((name) => [name, t(`layerPalette_${name}`)] as const)}
            value={props.palettes.find((name) => name === question.palette)}
            onChoose={(palette) => props.onAsk({ palette })}
          />
        </>
      )}
      {note !== undefined && note.key !== 'layerNoNumbers' && (
        <p class="quiet" role="status">
          {t(note.key, 'count' in note ? { count: note.count } : {})}
        </p>
      )}
    </>
  );
}
