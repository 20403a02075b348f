import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { useI18n, useIsTextLoaded } from '../i18n.tsx';
import type { TextKey } from '../texts/en.ts';

/** A short message about what was just done; `failure` is read out at once. */
export type Message = {
  readonly kind: 'done' | 'failure';
  readonly key: TextKey;
  readonly values?: Readonly<Record<string, string | number>>;
  /** A text that the user is to copy by hand: shown below, selected. */
  readonly text?: string;
  /** Also shown during a presentation, where all others wait for its end. */
  readonly isForAudience?: true;
};

/** How long a message about something done stays; a failure stays until it is replaced. */
const SHOWN_MILLISECONDS = 6000;

/** Shows a message for a while. */
export function Toast({
  message,
  onGone,
}: {
  readonly message: Message | undefined;
  readonly onGone: () => void;
}): JSX.Element {
  const { t } = useI18n();
  const isReadable = useIsTextLoaded(message?.key);
  useEffect(() => {
    if (message?.kind !== 'done') return;
    const timer = setTimeout(onGone, SHOWN_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [message]);
  return (
    <div class="toast" role={message?.kind === 'failure' ? 'alert' : 'status'}>
      {message !== undefined && isReadable && (
        <div class="toast__text">
          <p>{t(message.key, message.values)}</p>
          {message.text !== undefined && (
            <textarea
              ref={(field) => field?.select()}
              class="text-field"
              aria-label={t(message.key)}
              rows={4}
              readOnly
            >
              {message.text}
            </textarea>
          )}
          {message.text !== undefined && (
            <button type="button" class="text-button" onClick={onGone}>
              {t('close')}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
