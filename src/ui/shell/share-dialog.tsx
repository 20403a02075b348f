import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { type Workspace, workspaceSize } from '../../domain/views/workspace.ts';
import { Checkbox } from '../controls/checkbox.tsx';
import { IconButton } from '../controls/icon-button.tsx';
import { useI18n } from '../i18n.tsx';
import { namesOfWork } from './restore-prompt.tsx';
import { SHARE_INCLUDES, SHARE_OMITS } from './share-contents.ts';

/** Props of the share dialog. */
export type ShareDialogProps = {
  readonly address: string;
  /** What a link would leave behind. */
  readonly work: Workspace;
  /** Whether the browser refused the clipboard: the user then copies the address from the field. */
  readonly isRefused: boolean;
  /** Whether the link starts the presentation at the open view; undefined when it shows no view of the deck that ships. */
  readonly isPresenting: boolean | undefined;
  readonly onPresenting: (isPresenting: boolean) => void;
  readonly onCopy: () => void;
  /** Saves what the map shows as a view. */
  readonly onSaveView: () => void;
  readonly onSaveWork: () => void;
  readonly onClose: () => void;
};

/** The link to what is on the screen: what it includes, what it omits, and how to pass that on instead. */
export function ShareDialog(props: ShareDialogProps): JSX.Element {
  const { address, work, isRefused } = props;
  const words = useI18n();
  const { t } = words;
  const hasWork = workspaceSize(work) > 0;
  const dialog = useRef<HTMLDialogElement>(null);
  const copyButton = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const { current } = dialog;
    current?.showModal();
    copyButton.current?.focus();
    return () => current?.close();
  }, []);
  useEffect(() => {
    if (isRefused) field.current?.select();
  }, [isRefused]);
  return (
    <dialog
      ref={dialog}
      class="shortcuts-dialog share-dialog"
      aria-labelledby="link-title"
      onClose={props.onClose}
    >
      <header>
        <h2 id="link-title">{t('shareTitle')}</h2>
        <IconButton icon="close" label={t('close')} onPress={props.onClose} />
      </header>
      <div class="share-dialog__address">
        <input
          ref={field}
          class="text-field"
          aria-label={t('shareAddress')}
          value={address}
          readOnly
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
        <button
          ref={copyButton}
          type="button"
          class="button button--primary"
          onClick={props.onCopy}
        >
          {t('copyLink')}
        </button>
      </div>
      {props.isPresenting !== undefined && (
        <Checkbox
          label={t('sharePresenting')}
          isChecked={props.isPresenting}
          onChange={props.onPresenting}
        />
      )}
      {isRefused && (
        <p class="share-dialog__refused" role="alert">
          {t(isSecureContext ? 'shareRefused' : 'shareInsecure')}
        </p>
      )}
      <div class="share-dialog__contents">
        <section>
          <h3>{t('shareIncludes')}</h3>
          <ul class="share-dialog__list">
            {SHARE_INCLUDES.map((part) => (
              <li key={part}>{t(`shareIncludes_${part}`)}</li>
            ))}
          </ul>
        </section>
        <section>
          <h3>{t('shareOmits')}</h3>
          <ul class="share-dialog__list">
            {SHARE_OMITS.map((part) => (
              <li key={part}>{t(`shareOmits_${part}`)}</li>
            ))}
          </ul>
        </section>
      </div>
      <p class="share-dialog__advice">
        {hasWork ? t('shareAdviceNow', { what: namesOfWork(work, words) }) : t('shareAdvice')}
      </p>
      <div class="button-row">
        <button type="button" class="button" onClick={props.onSaveView}>
          {t('shareSaveView')}
        </button>
        {hasWork && (
          <button type="button" class="button" onClick={props.onSaveWork}>
            {t('saveWork')}
          </button>
        )}
      </div>
    </dialog>
  );
}
