import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { ClipSide } from '../../domain/feature-edit/clip-area.ts';
import { drawableKinds } from '../../domain/feature-edit/drawn-feature.ts';
import {
  type EditableFeature,
  type EditRefusal,
  featureIdOf,
} from '../../domain/feature-edit/feature-edit.ts';
import type { OwnDataRole } from '../../domain/own-data/own-dataset.ts';
import { Field } from '../controls/field.tsx';
import { useVirtualRows } from '../controls/virtual-rows.ts';
import { useI18n } from '../i18n.tsx';
import { ClipForm } from './clip-form.tsx';
import { editedName, editFields } from './edit-fields.ts';
import { type EditedValues, FeatureForm } from './feature-form.tsx';
import { PlaceForm } from './place-form.tsx';

/** What can be done with the chosen features. */
export type FeatureEditorActions = {
  readonly choose: (ids: readonly string[]) => void;
  readonly setAttributes: (values: EditedValues) => void;
  /** Starts drawing a new feature on the map, or gives it up. */
  readonly draw: (shape: 'line' | 'polygon') => void;
  /** Adds a point where coordinates say. */
  readonly addPoint: (coordinates: string) => void;
  /** Splits the chosen line where coordinates say. */
  readonly splitAt: (coordinates: string) => void;
  /** The middle of the free part of the map as coordinates to type; undefined without a map. */
  readonly middleOfMap: () => string | undefined;
  /** Starts drawing a line on the map to cut the chosen features along, or gives it up. */
  readonly cut: () => void;
  /** Clips the chosen features by an area, or starts drawing one on the map, or gives that up. */
  readonly clip: (keeps: ClipSide, areaId: string | undefined) => void;
  readonly merge: () => void;
  readonly remove: () => void;
  /** Starts or ends moving vertices on the map. */
  readonly reshape: () => void;
  readonly show: () => void;
  readonly close: () => void;
};

/** Height of a row in pixels; `feature-edit.css` has the same. */
const ROW = 32;

/** Props of the editor of features. */
export type FeatureEditorProps = {
  readonly name: string;
  readonly role: OwnDataRole;
  readonly features: readonly EditableFeature[];
  readonly chosenIds: ReadonlySet<string>;
  /** Why the last edit was not made. */
  readonly refusal: EditRefusal | 'no-coordinates' | undefined;
  /** Whether vertices of the chosen feature are being moved on the map. */
  readonly isReshaping: boolean;
  /** Whether a line to cut along is being drawn on the map. */
  readonly isCutting: boolean;
  /** Whether an area to clip by is being drawn on the map. */
  readonly isClipping: boolean;
  /** Areas to clip by, with their names. */
  readonly clipAreas: readonly (readonly [id: string, name: string])[];
  /** What is being drawn on the map; undefined when nothing is. */
  readonly drawnShape: 'line' | 'polygon' | undefined;
  /** Length or area of a feature in words; an empty text for a point. */
  readonly measureOf: (feature: EditableFeature) => string;
  readonly actions: FeatureEditorActions;
};

/** Edits the features of one of the user's datasets: a list to choose from, attributes, and what changes geometry. */
export function FeatureEditor({
  name,
  role,
  features,
  chosenIds,
  refusal,
  isReshaping,
  isCutting,
  isClipping,
  clipAreas,
  drawnShape,
  measureOf,
  actions,
}: FeatureEditorProps): JSX.Element {
  const words = useI18n();
  const { t } = words;
  const filter = useSignal('');
  const wanted = filter.value.trim().toLowerCase();
  const listed =
    wanted === ''
      ? features
      : features.filter((feature) =>
          JSON.stringify(feature.properties ?? {})
            .toLowerCase()
            .includes(wanted),
        );
  const chosen = features.filter((feature) => chosenIds.has(featureIdOf(feature)));
  return (
    <section class="feature-editor" aria-label={t('editTitle', { name })}>
      <header class="feature-editor__head">
        <h3>{t('editTitle', { name })}</h3>
        <button type="button" class="button" onClick={actions.close}>
          {t('editDone')}
        </button>
      </header>
      <p class="quiet">{t('editIntro')}</p>
      {features.length > 0 && (
        <>
          <Field
            label={t('editFilter')}
            value={filter.value}
            onInput={({ currentTarget }) => {
              filter.value = currentTarget.value;
            }}
          />
          <div class="button-row">
            <button
              type="button"
              class="text-button"
              disabled={listed.length === 0}
              onClick={() => actions.choose(listed.map(featureIdOf))}
            >
              {t('editChooseAll', { count: listed.length })}
            </button>
            <button
              type="button"
              class="text-button"
              disabled={chosen.length === 0}
              onClick={() => actions.choose([])}
            >
              {t('editChooseNone')}
            </button>
          </div>
        </>
      )}
      <NewFeature {...{ role, drawnShape, actions }} />
      {features.length > 0 && (
        <Features {...{ listed, chosenIds, measureOf }} onChoose={actions.choose} />
      )}
      {refusal !== undefined && (
        <p class="is-loss" role="alert">
          {t(`editRefused_${refusal}`)}
        </p>
      )}
      {chosen.length === 0 ? (
        <p class="quiet">{t(features.length === 0 ? 'editEmpty' : 'editNothingChosen')}</p>
      ) : (
        <>
          <h4>
            {chosen.length === 1
              ? chosen.map((feature) => editedName(feature, words))
              : t('editChosen', { count: chosen.length })}
          </h4>
          <GeometryActions
            {...{ chosen, isReshaping, isCutting, isClipping, clipAreas, actions }}
          />
          <FeatureForm
            key={[...chosenIds].join()}
            features={chosen}
            fields={editFields(role, features, words)}
            onApply={actions.setAttributes}
          />
          {chosen.length === 1 && chosen.every(isLine) && (
            <PlaceForm
              label={t('editSplitAt')}
              hint={t('editSplitHint')}
              submit={t('editSplit')}
              middleOfMap={actions.middleOfMap}
              onPlace={actions.splitAt}
            />
          )}
        </>
      )}
    </section>
  );
}

/** Adds a feature: drawn on the map, or a point at coordinates. */
function NewFeature({
  role,
  drawnShape,
  actions,
}: {
  readonly role: OwnDataRole;
  readonly drawnShape: 'line' | 'polygon' | undefined;
  readonly actions: FeatureEditorActions;
}): JSX.Element {
  const { t } = useI18n();
  const kinds = drawableKinds(role);
  return (
    <>
      <div class="button-row">
        {kinds.map((kind) =>
          kind === 'point' ? null : (
            <button
              key={kind}
              type="button"
              class="text-button"
              aria-pressed={drawnShape === kind}
              onClick={() => actions.draw(kind)}
            >
              {t(drawnShape === kind ? 'editDrawEnd' : `editDraw_${kind}`)}
            </button>
          ),
        )}
      </div>
      {drawnShape !== undefined && <p class="quiet">{t(`editDrawHint_${drawnShape}`)}</p>}
      {drawnShape !== undefined && role === 'coastline' && (
        <p class="quiet">{t('editDrawUnclassified')}</p>
      )}
      {kinds.includes('point') && (
        <details>
          <summary>{t('editPoint')}</summary>
          <PlaceForm
            label={t('editPointAt')}
            hint={t('editPointHint')}
            submit={t('editPointAdd')}
            middleOfMap={actions.middleOfMap}
            onPlace={actions.addPoint}
          />
        </details>
      )}
    </>
  );
}

/** The list to choose from: only the rows in sight are drawn. */
function Features({
  listed,
  chosenIds,
  measureOf,
  onChoose,
}: {
  readonly listed: readonly EditableFeature[];
  readonly chosenIds: ReadonlySet<string>;
  readonly measureOf: (feature: EditableFeature) => string;
  readonly onChoose: (ids: readonly string[]) => void;
}): JSX.Element {
  const words = useI18n();
  const scroller = useRef<HTMLDivElement>(null);
  const count = listed.length;
  const rows = useVirtualRows(scroller, { count, rowHeight: ROW, headHeight: 0 });
  return (
    <section
      ref={scroller}
      class="feature-editor__list"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls can be reached by keys
      tabIndex={0}
      aria-label={words.t('editFeatures')}
    >
      <ul style={{ paddingBlock: `${rows.above}px ${rows.below}px` }}>
        {rows.items.map(({ index }) => {
          const feature = listed[index];
          if (feature === undefined) return null;
          const id = featureIdOf(feature);
          const isChosen = chosenIds.has(id);
          return (
            <li key={id} aria-setsize={count} aria-posinset={index + 1}>
              <label class="feature-editor__row">
                <input
                  type="checkbox"
                  checked={isChosen}
                  onChange={() =>
                    onChoose(
                      isChosen ? [...chosenIds].filter((each) => each !== id) : [...chosenIds, id],
                    )
                  }
                />
                <span class="feature-editor__name" title={id}>
                  {editedName(feature, words)}
                </span>
                <span class="count">{measureOf(feature)}</span>
              </label>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What changes geometry or the number of features. */
function GeometryActions({
  chosen,
  isReshaping,
  isCutting,
  isClipping,
  clipAreas,
  actions,
}: Pick<
  FeatureEditorProps,
  'isReshaping' | 'isCutting' | 'isClipping' | 'clipAreas' | 'actions'
> & {
  readonly chosen: readonly EditableFeature[];
}): JSX.Element {
  const { t } = useI18n();
  const [only] = chosen.length === 1 ? chosen : [];
  const kind = only?.geometry?.type;
  const areLines = chosen.every(isLine);
  const hasExtent = chosen.some((each) => isLine(each) || isArea(each));
  return (
    <>
      <div class="button-row">
        <button type="button" class="text-button" onClick={actions.show}>
          {t('importShow')}
        </button>
        {(kind === 'LineString' || kind === 'Polygon') && (
          <button
            type="button"
            class="text-button"
            aria-pressed={isReshaping}
            onClick={actions.reshape}
          >
            {t(isReshaping ? 'editReshapeEnd' : 'editReshape')}
          </button>
        )}
        {hasExtent && (
          <button type="button" class="text-button" aria-pressed={isCutting} onClick={actions.cut}>
            {t(isCutting ? 'editCutEnd' : 'editCut')}
          </button>
        )}
        {chosen.length > 1 && areLines && (
          <button type="button" class="text-button" onClick={actions.merge}>
            {t('editMerge')}
          </button>
        )}
        <button type="button" class="text-button" onClick={actions.remove}>
          {t('editRemove', { count: chosen.length })}
        </button>
      </div>
      {isReshaping && <p class="quiet">{t('editReshapeHint')}</p>}
      {isCutting && <p class="quiet">{t('editCutHint')}</p>}
      {hasExtent && <ClipForm areas={clipAreas} isDrawing={isClipping} onClip={actions.clip} />}
    </>
  );
}

function isLine({ geometry }: EditableFeature): boolean {
  return geometry?.type === 'LineString' || geometry?.type === 'MultiLineString';
}

function isArea({ geometry }: EditableFeature): boolean {
  return geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon';
}
