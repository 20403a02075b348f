import type { JSX } from 'preact';
import { NO_TEXT } from '../../domain/bilingual.ts';
import type { SavedView } from '../../domain/views/saved-view.ts';
import { SLIDE_FIGURES, SLIDE_LAYOUTS, type SlideBlocks } from '../../domain/views/slide-blocks.ts';
import { BilingualField } from '../controls/bilingual-field.tsx';
import { Checkbox } from '../controls/checkbox.tsx';
import { Choice } from '../controls/choice.tsx';
import { useI18n } from '../i18n.tsx';

/** What the slide of a view shows: where its map is, its figure, and which parts of the column. */
export function SlideEditor({
  view,
  onChange,
}: {
  readonly view: SavedView;
  readonly onChange: (blocks: SlideBlocks) => void;
}): JSX.Element {
  const { t } = useI18n();
  const { blocks = {} } = view;
  const { layout = 'column', hasCaption = true, hasLegend = layout === 'column' } = blocks;
  const hasRatio = view.figures.ratio !== undefined || view.scenario !== undefined;
  const figures = SLIDE_FIGURES.filter((kind) => kind !== 'change' || view.scenario !== undefined);
  const { figure: _, ...withoutFigure } = blocks;
  return (
    <details class="view-editor__texts">
      <summary>{t('slideBlocks')}</summary>
      <Choice
        label={t('slideLayout')}
        options={SLIDE_LAYOUTS.map((each) => [each, t(`slideLayout_${each}`)] as const)}
        value={layout}
        onChoose={(next) => onChange({ ...blocks, layout: next })}
      />
      <Choice
        label={t('slideFigure')}
        none={t('slideFigureUsual')}
        options={figures.map((each) => [each, t(`slideFigure_${each}`)] as const)}
        value={blocks.figure}
        isDisabled={!hasRatio}
        onChoose={(figure) => onChange({ ...blocks, figure })}
        onNone={() => onChange(withoutFigure)}
      />
      <Checkbox
        class="checkbox--small"
        label={t('slideHasCaption')}
        isChecked={hasCaption}
        onChange={(isShown) => onChange({ ...blocks, hasCaption: isShown })}
      />
      <Checkbox
        class="checkbox--small"
        label={t('slideHasLegend')}
        isChecked={hasLegend && layout === 'column'}
        isDisabled={layout !== 'column'}
        onChange={(isShown) => onChange({ ...blocks, hasLegend: isShown })}
      />
      <BilingualField
        of="number"
        text={blocks.number ?? NO_TEXT}
        onChange={(number) => onChange({ ...blocks, number })}
      />
    </details>
  );
}
