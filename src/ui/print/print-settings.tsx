import type { JSX } from 'preact';
import { LANGUAGES, type Language } from '../../domain/bilingual.ts';
import { PAGE_FORMATS, type PageFormat } from '../../domain/print/page.ts';
import { CORNERS, type Corner } from '../../domain/print/page-layout.ts';
import { Checkbox } from '../controls/checkbox.tsx';
import { Choice } from '../controls/choice.tsx';
import { Field } from '../controls/field.tsx';
import { IconButton } from '../controls/icon-button.tsx';
import { useI18n } from '../i18n.tsx';
import type { MapFrameMoves } from './map-frame.tsx';
import { ScaleField, type ShownScale } from './scale-field.tsx';

/** What the user sets of a page. */
export type PrintSettings = {
  readonly format: PageFormat;
  readonly orientation: (typeof ORIENTATIONS)[number];
  readonly dpi: number;
  readonly language: Language;
  /** Undefined until the user types one: the plan's title is then used. */
  readonly title: string | undefined;
  readonly subtitle: string;
  readonly reviewNumber: string;
  readonly noticeCorner: Corner;
  readonly hasGauge: boolean;
  readonly isLocked: boolean;
};

const ORIENTATIONS = ['landscape', 'portrait'] as const;
/** Dots per inch on offer. */
const RESOLUTIONS = [96, 150, 200, 300] as const;

/** What the page has besides the map. */
export type PageContents = {
  readonly hasNotice: boolean;
  /** Whether the coast has been measured. */
  readonly hasFigures: boolean;
  /** Whether the user has changed any class. */
  readonly hasChanges: boolean;
};

/** What moves the map of the page. */
export type MapActions = MapFrameMoves & {
  readonly setScale: (n: number) => void;
  readonly showAsOnScreen: () => void;
  /** Shows the whole plan. */
  readonly fitPlan: () => void;
};

/** Props of the form with the settings of a page. */
export type PrintSettingsFormProps = {
  readonly settings: PrintSettings;
  readonly defaultTitle: string;
  readonly isSlide: boolean;
  readonly scale: ShownScale;
  readonly contents: PageContents;
  readonly mapActions: MapActions;
  readonly onChange: (next: Partial<PrintSettings>) => void;
};

/** Paper, map and texts of a page. */
export function PrintSettingsForm(props: PrintSettingsFormProps): JSX.Element {
  const { settings, onChange } = props;
  return (
    <form class="print-composer__settings" onSubmit={(event) => event.preventDefault()}>
      <PageSettings settings={settings} isSlide={props.isSlide} onChange={onChange} />
      <MapSettings
        settings={settings}
        scale={props.scale}
        mapActions={props.mapActions}
        onChange={onChange}
      />
      <TextSettings
        settings={settings}
        defaultTitle={props.defaultTitle}
        contents={props.contents}
        onChange={onChange}
      />
    </form>
  );
}

function PageSettings({
  settings,
  isSlide,
  onChange,
}: Pick<PrintSettingsFormProps, 'settings' | 'onChange'> & {
  readonly isSlide: boolean;
}): JSX.Element {
  const { t } = useI18n();
  return (
    <fieldset>
      <legend>{t('printPage')}</legend>
      <Choice
        label={t('printFormat')}
        layout="row"
        options={PAGE_FORMATS.map((format) => [format, t(`printFormat_${format}`)] as const)}
        value={settings.format}
        onChoose={(format) => onChange({ format })}
      />
      {!isSlide && (
        <Choice
          label={t('printOrientation')}
          layout="row"
          options={ORIENTATIONS.map(
            (orientation) => [orientation, t(`printOrientation_${orientation}`)] as const,
          )}
          value={settings.orientation}
          onChoose={(orientation) => onChange({ orientation })}
        />
      )}
      <Choice
        label={t('printDpi')}
        layout="row"
        options={RESOLUTIONS.map((dpi) => [`${dpi}`, t('printDpiUnit', { dpi })] as const)}
        value={`${settings.dpi}`}
        onChoose={(dpi) => onChange({ dpi: Number(dpi) })}
      />
      <Choice
        label={t('printLanguage')}
        layout="row"
        options={LANGUAGES.map((language) => [language, t(`printLanguage_${language}`)] as const)}
        value={settings.language}
        onChoose={(language) => onChange({ language })}
      />
    </fieldset>
  );
}

function MapSettings({
  settings,
  scale,
  mapActions,
  onChange,
}: Pick<PrintSettingsFormProps, 'settings' | 'onChange'> & {
  readonly scale: ShownScale;
  readonly mapActions: MapActions;
}): JSX.Element {
  const { t } = useI18n();
  const { isLocked } = settings;
  return (
    <fieldset>
      <legend>{t('printMap')}</legend>
      <ScaleField scale={scale} isLocked={isLocked} onScale={mapActions.setScale} />
      <div class="print-composer__row">
        <IconButton
          icon="plus"
          label={t('zoomIn')}
          isDisabled={isLocked}
          onPress={() => mapActions.zoom(0.5)}
        />
        <IconButton
          icon="minus"
          label={t('zoomOut')}
          isDisabled={isLocked}
          onPress={() => mapActions.zoom(-0.5)}
        />
      </div>
      <div class="print-composer__row">
        <button
          type="button"
          class="button"
          disabled={isLocked}
          onClick={mapActions.showAsOnScreen}
        >
          {t('printAsScreen')}
        </button>
        <button type="button" class="button" disabled={isLocked} onClick={mapActions.fitPlan}>
          {t('printFitPlan')}
        </button>
      </div>
      <Checkbox
        label={t('printLock')}
        isChecked={isLocked}
        onChange={(isNowLocked) => onChange({ isLocked: isNowLocked })}
      />
    </fieldset>
  );
}

function TextSettings({
  settings,
  defaultTitle,
  contents,
  onChange,
}: Pick<PrintSettingsFormProps, 'settings' | 'onChange'> & {
  readonly defaultTitle: string;
  readonly contents: PageContents;
}): JSX.Element {
  const { t } = useI18n();
  return (
    <fieldset>
      <legend>{t('printWords')}</legend>
      <Field
        label={t('printHeading')}
        layout="row"
        value={settings.title ?? defaultTitle}
        onInput={({ currentTarget }) => onChange({ title: currentTarget.value })}
      />
      <Field
        label={t('printSubtitle')}
        layout="row"
        value={settings.subtitle}
        onInput={({ currentTarget }) => onChange({ subtitle: currentTarget.value })}
      />
      <Field
        label={t('printReview')}
        layout="row"
        value={settings.reviewNumber}
        placeholder={t('printReviewHint')}
        onInput={({ currentTarget }) => onChange({ reviewNumber: currentTarget.value })}
      />
      {contents.hasNotice && (
        <Choice
          label={t('printNotice')}
          layout="row"
          options={CORNERS.map((corner) => [corner, t(`printCorner_${corner}`)] as const)}
          value={settings.noticeCorner}
          onChoose={(noticeCorner) => onChange({ noticeCorner })}
        />
      )}
      <Checkbox
        label={t('printGauge')}
        isChecked={settings.hasGauge}
        onChange={(hasGauge) => onChange({ hasGauge })}
      />
      {settings.hasGauge && !contents.hasFigures && <p class="quiet">{t('printNoFigures')}</p>}
    </fieldset>
  );
}
