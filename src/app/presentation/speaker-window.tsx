import { type JSX, render } from 'preact';
import { useEffect } from 'preact/hooks';
import { I18nProvider, useI18n } from '../../ui/i18n.tsx';
import { DecisionForm } from '../../ui/presentation/decision-form.tsx';
import { SpeakerClock } from '../../ui/presentation/speaker-clock.tsx';
import { SpeakerView } from '../../ui/presentation/speaker-view.tsx';
import { currentDrifts } from '../audit/current-figures.ts';
import type { Thumbnails } from '../image/use-view-thumbnails.ts';
import type { Controller, Presenter } from '../state/controller.ts';

/** What `public/speaker-window.js` posts with the permission for full screen. */
const DELEGATION = 'coastplan:full-screen';

/** How often it is looked whether the speaker's window has been closed, in milliseconds. */
const WATCH = 500;

/** Opens an empty window for the speaker; undefined where the browser refuses. */
export function openSpeakerWindow(): Window | undefined {
  // Without a name: a second tab that presents has a window of its own.
  return window.open('', '', 'popup,width=960,height=720') ?? undefined;
}

/** The functions of `public/speaker-window.js`, once the speaker's window has loaded it. */
type DelegatingWindow = { readonly delegateFullScreen?: unknown };

/**
 * Asks for the page's full screen from the speaker's window. The browser grants it for a key that was pressed there only
 * if that window delegates it (Chrome, Edge); elsewhere the request is refused.
 */
function requestFullScreenFrom(speaker: Window & DelegatingWindow, presenter: Presenter): void {
  if (document.fullscreenElement !== null) return;
  if (typeof speaker.delegateFullScreen === 'function') speaker.delegateFullScreen();
  else void presenter.requestFullScreen();
}

/**
 * Notes, next view and clock in a window of its own, for the speaker's screen. It belongs to this page: it reads the same
 * model, its keys lead the presentation, and it is closed with the presentation or the page.
 */
export function SpeakerWindow({
  opened: made,
  controller,
  presenter,
  pictures,
  onKey,
  onClose,
}: {
  readonly opened: Window;
  readonly controller: Controller;
  readonly presenter: Presenter;
  readonly pictures: Thumbnails;
  readonly onKey: (event: KeyboardEvent, over: Partial<Presenter>) => void;
  readonly onClose: () => void;
}): JSX.Element | null {
  const words = useI18n();
  const toggleFullScreen = async (): Promise<void> => {
    if (document.fullscreenElement === null) requestFullScreenFrom(made, presenter);
    else await presenter.toggleFullScreen();
  };
  const over = {
    toggleFullScreen,
    requestFullScreen: async () => requestFullScreenFrom(made, presenter),
  };
  const look = (): void => {
    if (isGone(made)) onClose();
  };
  useEffect(() => {
    dress(made);
    made.addEventListener('keydown', (event) => onKey(event, over));
    const lookSoon = (): void => {
      setTimeout(look);
    };
    made.addEventListener('pagehide', lookSoon);
    const onMessage = ({ source, data }: MessageEvent): void => {
      if (source === made && data === DELEGATION) void presenter.requestFullScreen();
    };
    addEventListener('message', onMessage);
    const watch = setInterval(look, WATCH);
    const close = (): void => made.close();
    addEventListener('pagehide', close);
    return () => {
      clearInterval(watch);
      removeEventListener('pagehide', close);
      removeEventListener('message', onMessage);
      made.removeEventListener('pagehide', lookSoon);
      render(null, made.document.body);
      made.close();
    };
  }, []);
  useEffect(() => {
    const page = made.document;
    page.title = words.t('speakerTitle');
    page.documentElement.lang = words.language === 'zh' ? 'zh-CN' : 'en';
    render(
      <I18nProvider value={words}>
        <SpeakerDesk
          controller={controller}
          presenter={{ ...presenter, ...over }}
          pictures={pictures}
        />
      </I18nProvider>,
      page.body,
    );
  }, [words, pictures]);
  return null;
}

/** Whether the window has been closed, or was loaded anew and has lost what was drawn in it. */
function isGone(made: Window): boolean {
  return made.closed || made.document.body?.className !== SPEAKER_CLASS;
}

const SPEAKER_CLASS = 'speaker-page';

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
  // Its own code, in its own realm: only that may hand its key presses on to this page. None in the one-file build.
  if (location.protocol !== 'file:') {
    const script = page.createElement('script');
    script.src = new URL('speaker-window.js', document.baseURI).href;
    page.head.append(script);
  }
  page.documentElement.dataset['theme'] = 'light';
  page.body.className = SPEAKER_CLASS;
}

function SpeakerDesk({
  controller,
  presenter,
  pictures,
}: {
  readonly controller: Controller;
  readonly presenter: Presenter;
  readonly pictures: Thumbnails;
}): JSX.Element | null {
  const { model } = controller;
  const placed = model.views.opened.value;
  if (placed === undefined) return null;
  const { view, deck, index } = placed;
  const { presentation } = model;
  const { speaker } = presenter;
  const next = deck.views[index + 1];
  return (
    <SpeakerView
      view={view}
      index={index}
      count={deck.views.length}
      next={next}
      picture={pictures.get(view.number)}
      nextPicture={next && pictures.get(next.number)}
      drifts={currentDrifts(model, placed)}
      notesScale={speaker.notesScale.value}
      onScaleNotes={speaker.scaleNotes}
      clock={
        <SpeakerClock
          watch={speaker.watch.value}
          targetMinutes={speaker.targetMinutes.value}
          slideSince={speaker.slideSince.value}
          onToggle={() => speaker.toggleWatch(Date.now())}
          onReset={() => speaker.resetWatch(Date.now())}
          onTarget={speaker.aimFor}
        />
      }
      decision={
        <DecisionForm
          key={view.number}
          onNote={(text) =>
            model.minutes.add({
              at: new Date().toISOString(),
              kind: 'decision',
              number: view.number,
              title: { zh: text, en: text },
              figures: {},
            })
          }
        />
      }
      onPrevious={() => presenter.step(-1)}
      onNext={() => presenter.step(1)}
      onGoTo={presenter.goTo}
      isBlack={presentation.cover.value === 'black'}
      onBlack={() => presentation.toggleCover('black')}
      onOverview={() => presentation.toggleCover('overview')}
      isFullScreen={presentation.isFullScreen.value}
      onFullScreen={() => void presenter.toggleFullScreen()}
    />
  );
}
