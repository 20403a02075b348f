/** Waits until the page is visible: a browser asks nothing of the user in a hidden tab. */
export function whenVisible(page: Document = document): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (page.visibilityState !== 'visible') return;
      page.removeEventListener('visibilitychange', look);
      resolve();
    };
    page.addEventListener('visibilitychange', look);
    look();
  });
}
