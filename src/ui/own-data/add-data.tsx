import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import type { Bilingual } from '../../domain/bilingual.ts';
import type { ImportProgress } from '../../domain/own-data/dataset-card.ts';
import { TextArea } from '../controls/field.tsx';
import { FileButton } from '../controls/file-button.tsx';
import { IconButton } from '../controls/icon-button.tsx';
import { Progress } from '../controls/progress.tsx';
import { sentences } from '../controls/sentences.ts';
import { formatNumber } from '../format.ts';
import { useI18n } from '../i18n.tsx';

/** A file that cannot be read, and what to do instead. */
export type UnreadFile = {
  readonly file: string;
  readonly code: string;
  readonly message: Bilingual;
  readonly cure: Bilingual;
};

/** Props of the part of the Data panel that takes files. */
export type AddDataProps = {
  /** How far the reading of files is; undefined while none is read. */
  readonly progress: ImportProgress | undefined;
  readonly refused: readonly UnreadFile[];
  readonly failure: string | undefined;
  /** The cards of the datasets that have been read. */
  readonly children: ComponentChildren;
  readonly hasDatasets: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onPaste: (text: string) => void;
  readonly onCancel: () => void;
  readonly onClose: () => void;
};

/** Takes files, folders and pasted tables, and shows what became of them. */
export function AddData(props: AddDataProps): JSX.Element {
  const { progress, refused, failure } = props;
  const { t, language } = useI18n();
  return (
    <section class="import" aria-label={t('importTitle')}>
      <header class="import__head">
        <h3>{t('importTitle')}</h3>
        <IconButton icon="close" label={t('importClose')} onPress={props.onClose} />
      </header>
      <p class="quiet">{t('importIntro')}</p>
      <div class="button-row">
        <FileButton label={t('importChooseFiles')} onFiles={props.onFiles} isSeveral isPrimary />
        <FileButton label={t('importChooseFolder')} onFiles={props.onFiles} isSeveral isFolder />
      </div>
      <PasteField onPaste={props.onPaste} />
      {progress !== undefined && <Reading {...{ progress }} onCancel={props.onCancel} />}
      {failure !== undefined && (
        <p class="is-loss" role="alert">
          {t('importFailed', { reason: failure })}
        </p>
      )}
      {refused.length > 0 && (
        <ul class="issues" aria-label={t('importRefused')}>
          {refused.map(({ file, message, cure }, index) => (
            <li key={`${file} ${index}`} class="issue issue--error" role="alert">
              <strong class="import__file">{file}</strong> {sentences({ message, cure }, language)}
            </li>
          ))}
        </ul>
      )}
      {props.children}
    </section>
  );
}

/** The files as they are read: the share done, and the features of the one at hand. */
function Reading({
  progress: { share, reading },
  onCancel,
}: {
  readonly progress: ImportProgress;
  readonly onCancel: () => void;
}): JSX.Element {
  const { t, language } = useI18n();
  return (
    <>
      <Progress label={t('importReading')} share={share} onCancel={onCancel} />
      {reading !== undefined && (
        <p class="quiet import__file">
          {t('importFeaturesRead', {
            file: reading.file,
            count: formatNumber(reading.features, 0, language),
          })}
        </p>
      )}
    </>
  );
}

function PasteField({ onPaste }: Pick<AddDataProps, 'onPaste'>): JSX.Element {
  const { t } = useI18n();
  const text = useSignal('');
  return (
    <details class="import__paste">
      <summary>{t('importPaste')}</summary>
      <TextArea
        label={t('importPasteLabel')}
        hint={t('importPasteHint')}
        rows={5}
        value={text.value}
        onInput={({ currentTarget }) => {
          text.value = currentTarget.value;
        }}
      />
      <button
        type="button"
        class="button"
        disabled={text.value.trim() === ''}
        onClick={() => {
          onPaste(text.value);
          text.value = '';
        }}
      >
        {t('importPasteRead')}
      </button>
    </details>
  );
}
