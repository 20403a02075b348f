import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../controls/icon.tsx';
import { useWords } from '../i18n.tsx';
import { LINK_HAS, LINK_LACKS } from './share-contents.ts';

/** What the dialog shows and tells. */
export type LinkDialogProps = {
  readonly address: string;
  /** How many changes and scenarios a link would leave behind. */
  readonly changes: number;
  /** Whether the browser refused the clipboard: the address is then to be copied by hand. */
  readonly isRefused: boolean;
  readonly onCopy: () => void;
  readonly onSaveWork: () => void;
  readonly onClose: () => void;
};

/** The link to what is on the screen: what it carries, what it does not, and what to hand over instead. */
export function LinkDialog(props: LinkDialogProps): JSX.Element {
  const { address, changes, isRefused } = props;
  const { t } = useWords();
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
      class="keys-dialog link-dialog"
      aria-labelledby="link-title"
      onClose={props.onClose}
    >
      <header>
        <h2 id="link-title">{t('linkTitle')}</h2>
        <button type="button" class="icon-button" aria-label={t('close')} onClick={props.onClose}>
          <Icon name="close" />
        </button>
      </header>
      <div class="link-dialog__address">
        <input
          ref={field}
          class="text-field"
          aria-label={t('linkAddress')}
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
      {isRefused && (
        <p class="link-dialog__refused" role="alert">
          {t('linkRefused')}
        </p>
      )}
      <div class="link-dialog__contents">
        <section>
          <h3>{t('linkHas')}</h3>
          <ul class="link-dialog__list">
            {LINK_HAS.map((part) => (
              <li key={part}>{t(`linkHas_${part}`)}</li>
            ))}
          </ul>
        </section>
        <section>
          <h3>{t('linkLacks')}</h3>
          <ul class="link-dialog__list">
            {LINK_LACKS.map((part) => (
              <li key={part}>{t(`linkLacks_${part}`)}</li>
            ))}
          </ul>
        </section>
      </div>
      <p class="link-dialog__advice">
        {t(changes > 0 ? 'linkAdviceNow' : 'linkAdvice', { changes })}
      </p>
      {changes > 0 && (
        <button type="button" class="button" onClick={props.onSaveWork}>
          {t('saveWork')}
        </button>
      )}
    </dialog>
  );
}
