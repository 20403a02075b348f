// Runs in the speaker's window, which the app opens empty and draws into (src/app/presentation/speaker-window.tsx).
// A browser lets a page go full screen for a key that was pressed in another window only where code of that window
// hands the permission on (Capability Delegation, WICG).
globalThis.delegateFullScreen = () => {
  opener.postMessage('coastplan:full-screen', {
    targetOrigin: globalThis.origin,
    delegate: 'fullscreen',
  });
};
// The page that opened this window closes it when it goes; one that has crashed cannot.
setInterval(() => {
  if (opener === null || opener.closed) close();
}, 1000);
