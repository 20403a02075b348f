import { type JSX, render } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { I18nProvider, useI18n } from '../../ui/i18n.tsx';
import { SpeakerView } from '../../ui/presentation/speaker-view.tsx';
import { currentDrifts } from '../audit/current-figures.ts';
import type { Controller, Presenter } from '../state/controller.ts';

/** How often it is looked whether the speaker's window has been closed, in milliseconds. */
const WATCH = 500;

/**
 * Notes, next view and clock in a window of its own, for the speaker's screen. It belongs to this page: it reads the same
 * model, its keys lead the room, and it goes with the room.
 */
export function SpeakerWindow({
  controller,
  presenter,
  nextPicture,
  onKey,
  onClose,
}: {
  readonly controller: Controller;
  readonly presenter: Presenter;
  readonly nextPicture: string | undefined;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onClose: () => void;
}): JSX.Element | null {
  const words = useI18n();
  const opened = useRef<Window | undefined>(undefined);
  useEffect(() => {
    const made = window.open('', 'coastplan-speaker', 'popup,width=960,height=720');
    if (made === null) {
      controller.model.page.showMessage({ kind: 'failure', key: 'speakerRefused' });
      onClose();
      return;
    }
    opened.current = made;
    dress(made);
    made.addEventListener('keydown', onKey);
    const watch = setInterval(() => {
      if (made.closed) onClose();
    }, WATCH);
    const close = (): void => made.close();
    addEventListener('pagehide', close);
    return () => {
      clearInterval(watch);
      removeEventListener('pagehide', close);
      render(null, made.document.body);
      made.close();
    };
  }, []);
  useEffect(() => {
    const page = opened.current?.document;
    if (page === undefined) return;
    page.title = words.t('speakerTitle');
    page.documentElement.lang = words.language === 'zh' ? 'zh-CN' : 'en';
    render(
      <I18nProvider value={words}>
        <SpeakerDesk controller={controller} presenter={presenter} nextPicture={nextPicture} />
      </I18nProvider>,
      page.body,
    );
  }, [words, nextPicture]);
  return null;
}

/** The look of this page: its style sheets, as it loads or holds them, without anything from data. */
function dress({ document: page }: Window): void {
  const sheets = document.querySelectorAll<HTMLLinkElement | HTMLStyleElement>(
    'link[rel="stylesheet"], style',
  );
  page.head.replaceChildren();
  for (const sheet of sheets) {
    const copy = page.importNode(sheet, true);
    // A page without an address of its own has nothing that a relative one could start from.
    if (sheet instanceof HTMLLinkElement) copy.setAttribute('href', sheet.href);
    page.head.append(copy);
  }
  page.documentElement.dataset['theme'] = 'light';
  page.body.className = 'speaker-page';
}

function SpeakerDesk({
  controller,
  presenter,
  nextPicture,
}: {
  readonly controller: Controller;
  readonly presenter: Presenter;
  readonly nextPicture: string | undefined;
}): JSX.Element | null {
  const { model } = controller;
  const placed = model.views.opened.value;
  if (placed === undefined) return null;
  const { view, deck, index } = placed;
  return (
    <SpeakerView
      view={view}
      index={index}
      count={deck.views.length}
      next={deck.views[index + 1]}
      nextPicture={nextPicture}
      drifts={currentDrifts(model, placed)}
      startedAt={model.presentation.startedAt.value ?? new Date().toISOString()}
      onPrevious={() => presenter.step(-1)}
      onNext={() => presenter.step(1)}
    />
  );
}
