/** The most that is held: a page that says more before it is answered is not in earnest. */
const MOST = 20;

/**
 * Listens to the page around from the first moment on, and holds what it says until the part that answers
 * is there. Anybody else's messages are not looked at.
 */
export function bufferMessages(
  answering: () => Promise<(event: MessageEvent<unknown>) => void>,
): void {
  const early: MessageEvent<unknown>[] = [];
  let answer = (event: MessageEvent<unknown>): void => {
    if (early.length < MOST) early.push(event);
  };
  addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source === parent) answer(event);
  });
  answering().then(
    (ready) => {
      answer = ready;
      for (const event of early.splice(0)) ready(event);
    },
    (cause: unknown) => console.error('the page around gets no answer:', cause),
  );
}
