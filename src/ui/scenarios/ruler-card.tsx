import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { OnBothModels } from '../../domain/geodesy.ts';
import type { DrawnShape } from '../../domain/map-tools/drawn-shape.ts';
import { type MapNote, NOTE_KINDS, type NoteKind } from '../../domain/map-tools/map-note.ts';
import {
  AREA_UNITS,
  type AreaUnit,
  LENGTH_UNITS,
  type LengthUnit,
  measureShape,
  type RulerMeasurement,
} from '../../domain/map-tools/ruler.ts';
import { Choice } from '../controls/choice.tsx';
import { IconButton } from '../controls/icon-button.tsx';
import { decimalsApart, formatNumber, formatPosition, UNITS, withUnit } from '../format.ts';
import { useI18n } from '../i18n.tsx';
import { CoordinateListInput } from './coordinate-list-input.tsx';
import { KeepNote, KeptNotes, type NoteActions } from './kept-notes.tsx';
import { RulerSides } from './ruler-sides.tsx';
import { VertexEditor } from './vertex-editor.tsx';

/** Props of the ruler card. */
export type RulerCardProps = {
  readonly measure: NoteKind;
  /** What has been drawn so far. */
  readonly shape: DrawnShape | undefined;
  /** What is kept on the map. */
  readonly notes: readonly MapNote[];
  readonly canDraw: boolean;
  readonly onMeasure: (measure: NoteKind) => void;
  readonly onShape: (shape: DrawnShape | undefined) => void;
  readonly noteActions: NoteActions;
  readonly onCopy: (text: string) => void;
  readonly onClose: () => void;
};

/** Length, area, radius and bearing on the ellipsoid, Turf's value beside, in planners' units. */
export function RulerCard(props: RulerCardProps): JSX.Element {
  const { t } = useI18n();
  const { measure, shape, canDraw, onMeasure, onClose } = props;
  const result = measure === 'arrow' ? undefined : shape && measureShape(measure, shape);
  const isArrow = measure === 'arrow' && shape !== undefined;
  const isSound = result?.crossing === undefined;
  return (
    <aside class="detail-card" aria-labelledby="measure-title" data-covers="right">
      <header class="detail-card__head">
        <div>
          <h2 id="measure-title">{t('measureTitle')}</h2>
        </div>
        <IconButton icon="close" label={t('close')} onPress={onClose} />
      </header>
      <div class="detail-card__body">
        <Choice
          as="radios"
          label={t('measureTitle')}
          layout="bare"
          options={NOTE_KINDS.map((kind) => [kind, t(`measure_${kind}`)] as const)}
          value={measure}
          onChoose={onMeasure}
        />
        {canDraw && (
          <p class="quiet" role="status">
            {t(shape === undefined ? `measureHint_${measure}` : 'measureHintEdit')}
          </p>
        )}
        {result !== undefined && (
          <>
            <Results measure={measure} result={result} onCopy={props.onCopy} />
            <RulerSides positions={result.positions} />
          </>
        )}
        {shape !== undefined && (result !== undefined || isArrow) && (
          <>
            <VertexEditor
              shape={shape}
              isFixed={measure !== 'length' && measure !== 'area'}
              onChange={props.onShape}
            />
            {isSound && (
              <KeepNote
                key={measure}
                number={props.notes.length + 1}
                isArrow={isArrow}
                onKeep={(name) => props.noteActions.keep({ name, kind: measure, shape })}
              />
            )}
            <button type="button" class="button" onClick={() => props.onShape(undefined)}>
              {t('measureAnew')}
            </button>
          </>
        )}
        <CoordinateListInput measure={measure} onShape={props.onShape} />
        <p class="quiet">{t('measureMethod')}</p>
        <KeptNotes notes={props.notes} actions={props.noteActions} />
      </div>
    </aside>
  );
}

function Results({
  measure,
  result,
  onCopy,
}: Pick<RulerCardProps, 'measure' | 'onCopy'> & {
  readonly result: RulerMeasurement;
}): JSX.Element {
  const { t, language } = useI18n();
  const lengthUnit = useSignal<LengthUnit>('km');
  const areaUnit = useSignal<AreaUnit>('ha');
  const { lengthM, areaM2, bearing, crossing } = result;
  const degrees = (angle: number): string => `${formatNumber(angle, 2, language)}°`;
  return (
    <>
      {crossing !== undefined && (
        <p role="alert" class="is-loss">
          {t('measureCrossing', { position: formatPosition(crossing, language) })}
        </p>
      )}
      <dl class="facts">
        {bearing !== undefined && (
          <div>
            <dt>{t('measure_bearing')}</dt>
            <dd>
              <Copied
                text={`${degrees(bearing.start)} → ${degrees(bearing.end)}`}
                onCopy={onCopy}
              />
            </dd>
          </div>
        )}
        <Quantity
          label={t(
            measure === 'area'
              ? 'perimeter'
              : measure === 'radius'
                ? 'measure_radius'
                : 'measure_length',
          )}
          value={lengthM}
          units={LENGTH_UNITS}
          unit={lengthUnit.value}
          onUnit={(unit) => {
            lengthUnit.value = unit;
          }}
          onCopy={onCopy}
        />
        {areaM2 !== undefined && (
          <Quantity
            label={t('measure_area')}
            value={areaM2}
            units={AREA_UNITS}
            unit={areaUnit.value}
            onUnit={(unit) => {
              areaUnit.value = unit;
            }}
            onCopy={onCopy}
          />
        )}
      </dl>
    </>
  );
}

/** One quantity in the chosen unit, with Turf's value beside it; the ellipsoid's value is copied. */
function Quantity<Unit extends LengthUnit | AreaUnit>({
  label,
  value,
  units,
  unit,
  onUnit,
  onCopy,
}: {
  readonly label: string;
  readonly value: OnBothModels;
  readonly units: Readonly<Record<Unit, number>>;
  readonly unit: Unit;
  readonly onUnit: (unit: Unit) => void;
  readonly onCopy: (text: string) => void;
}): JSX.Element {
  const { t, language } = useI18n();
  const size = units[unit];
  const [ellipsoid, sphere] = [value.ellipsoid / size, value.sphere / size];
  const least = size === 1 ? 1 : 3;
  const decimals = decimalsApart(ellipsoid, sphere, least);
  const inUnit = (amount: number): string =>
    withUnit(formatNumber(amount, decimals, language), UNITS[UNIT_WORDS[unit]][language]);
  return (
    <div>
      <dt>
        {label}{' '}
        <Choice
          label={t('unitOf', { quantity: label })}
          layout="bare"
          options={Object.keys(units).flatMap((name) =>
            isUnit(units, name) ? [[name, UNITS[UNIT_WORDS[name]][language]] as const] : [],
          )}
          value={unit}
          onChoose={onUnit}
        />
      </dt>
      <dd>
        <Copied text={inUnit(ellipsoid)} onCopy={onCopy} />
        <small class="quiet">
          {t('ellipsoid')} · {inUnit(sphere)} {t('turf')}
        </small>
      </dd>
    </div>
  );
}

const UNIT_WORDS = {
  m: 'metre',
  km: 'kilometre',
  'm²': 'squareMetre',
  ha: 'hectare',
  'km²': 'squareKilometre',
  mu: 'mu',
} as const satisfies Record<LengthUnit | AreaUnit, keyof typeof UNITS>;

function isUnit<Unit extends string>(
  units: Readonly<Record<Unit, number>>,
  name: string,
): name is Unit {
  return Object.hasOwn(units, name);
}

/** A figure with its unit, and a button that copies both. */
function Copied({
  text,
  onCopy,
}: {
  readonly text: string;
  readonly onCopy: (text: string) => void;
}): JSX.Element {
  const { t } = useI18n();
  return (
    <span class="ruler__figure">
      <output translate={false}>{text}</output>
      <IconButton
        icon="copy"
        label={t('copyFigure', { figure: text })}
        onPress={() => onCopy(text)}
      />
    </span>
  );
}
