import type { ComponentChildren, JSX, RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { PageLayout } from '../../domain/print/page-layout.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { useI18n } from '../i18n.tsx';
import { MapFrame } from './map-frame.tsx';
import { type PreviewState, PrintOutputs, type PrintOutputTask } from './print-outputs.tsx';
import {
  type MapActions,
  type PageContents,
  type PrintSettings,
  PrintSettingsForm,
} from './print-settings.tsx';
import type { ShownScale } from './scale-field.tsx';

/** Props of the print composer. */
export type PrintComposerProps = {
  readonly settings: PrintSettings;
  readonly defaultTitle: string;
  readonly layout: PageLayout;
  readonly scale: ShownScale;
  /** The page as it will be exported. */
  readonly sheet: ComponentChildren;
  readonly preview: PreviewState;
  readonly contents: PageContents;
  readonly output: PrintOutputTask;
  readonly mapActions: MapActions;
  readonly stageRef: RefObject<HTMLDivElement | null>;
  readonly onChange: (next: Partial<PrintSettings>) => void;
  readonly onClose: () => void;
};

/** The print composer: the settings of a page beside an exact preview, over the whole window. */
export function PrintComposer(props: PrintComposerProps): JSX.Element {
  const { t } = useI18n();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const { current } = dialog;
    current?.showModal();
    return () => current?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="print-composer"
      aria-labelledby="composer-title"
      onClose={props.onClose}
    >
      <header class="print-composer__bar">
        <h2 id="composer-title">{t('printTitle')}</h2>
        <IconButton icon="close" label={t('close')} onPress={props.onClose} />
      </header>
      <section class="print-composer__stage" aria-label={t('printPreview')} ref={props.stageRef}>
        <div
          class="print-composer__sheet"
          ref={(element) => {
            const { widthMm, heightMm } = props.layout.page;
            element?.style.setProperty('--sheet-ratio', `${widthMm / heightMm}`);
          }}
        >
          {props.sheet}
          <MapFrame
            layout={props.layout}
            isLocked={props.settings.isLocked}
            moves={props.mapActions}
            label={t(props.settings.isLocked ? 'printFrameLocked' : 'printFrame', {
              scale: props.scale.text,
            })}
          />
        </div>
      </section>
      <div class="print-composer__side">
        <PrintSettingsForm
          settings={props.settings}
          defaultTitle={props.defaultTitle}
          isSlide={props.layout.page.isSlide}
          scale={props.scale}
          contents={props.contents}
          mapActions={props.mapActions}
          onChange={props.onChange}
        />
        <PrintOutputs
          layout={props.layout}
          preview={props.preview}
          contents={props.contents}
          output={props.output}
        />
      </div>
    </dialog>
  );
}
