import { options } from 'preact';

/** The longest text of a page in UTF-16 units: what a text of a deck may have. One of a million stops the browser. */
const LONGEST = 10_000;

/**
 * Holds back what a single text can do to the page around it: marks that turn the direction of what follows (UAX #9,
 * 2.1 to 2.4) are not shown, and a text without end is cut. Data written to files keep both.
 */
export function tameShownTexts(): void {
  const before = options.vnode;
  options.vnode = (vnode) => {
    const node: { props: unknown } = vnode;
    if (typeof node.props === 'string') {
      const shown = node.props.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
      node.props = shown[LONGEST] ? `${shown.slice(0, LONGEST)}…` : shown;
    }
    before?.(vnode);
  };
}
