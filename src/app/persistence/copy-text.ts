import type { Message } from '../../ui/controls/toast.tsx';
import type { Done } from '../workers/use-task.ts';

/**
 * Puts a text on the clipboard. Where the browser refuses it, or has none (a page over plain http), a
 * message says why and shows the text, selected, so that the user can copy it.
 * @returns `done` when it was copied; undefined when the message has been shown.
 */
export async function copyText(
  text: string,
  done: Done,
  showMessage: (message: Message) => void,
): Promise<Done> {
  try {
    await navigator.clipboard.writeText(text);
    return done;
  } catch (cause) {
    console.info('no clipboard:', cause);
    const key = isSecureContext ? 'copyRefused' : 'copyInsecure';
    showMessage({ kind: 'failure', key, text });
    return undefined;
  }
}
