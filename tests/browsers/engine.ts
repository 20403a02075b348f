/** One page in one browser, in the few words that the walks need: the same for every protocol. */
export type Engine = {
  /** As the browser tells it. */
  readonly version: string;
  readonly open: (address: string) => Promise<void>;
  /** The value of an expression in the page. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  /** Clicks, as a hand does, the middle of the element that an expression gives. */
  readonly click: (expression: string) => Promise<void>;
  /** Types into what has the focus. */
  readonly type: (text: string) => Promise<void>;
  readonly press: (key: Key) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** The keys that the walks press, by their names in the DOM. */
export type Key = 'Enter' | 'Escape' | 'ArrowRight' | 'PageDown' | 'c';

/** A browser that the walks know: how it starts, or the reason why it cannot here. */
export type Candidate = {
  readonly name: string;
  /** @throws Missing with the reason */
  readonly launch: () => Promise<Engine>;
};

/** Why a browser is left out: it is not installed, or has no WebGL 2 here. */
export class Missing extends Error {}

/** The window of every browser: the size of a common laptop. */
export const WINDOW = { width: 1366, height: 768 } as const;

/** An expression that brings an element into sight and gives the pixel in its middle. */
export function middleOf(element: string): string {
  return `((element) => {
    element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
  })(${element})`;
}
