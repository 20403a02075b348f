import { options } from 'preact';

/**
 * Lets the page live with a browser that translates it. Translators put `<font>` elements in the place of text nodes,
 * which Preact then changes and inserts beside without their being in the page: the words stay as they were, or
 * inserting throws. Before each rendering, and where a text changes by itself, the own text nodes take their places
 * again, and the translator translates them anew. Returns what ends it.
 */
export function surviveTranslation(root: Node): () => void {
  /** Text nodes that were taken out of the page, and what stands in their place. */
  const replaced = new Map<Text, Element>();
  const putBack = (text: Text): void => {
    const font = replaced.get(text);
    replaced.delete(text);
    // A text that is in the page again was put there by its owner.
    if (font?.isConnected === true && text.parentNode === null) font.replaceWith(text);
    else if (text.parentNode !== null) font?.remove();
  };
  const observer = new MutationObserver((records) => {
    note(records);
  });
  const note = (records: readonly MutationRecord[]): void => {
    for (const {
      type,
      target,
      removedNodes,
      addedNodes,
      previousSibling,
      nextSibling,
    } of records) {
      if (type === 'characterData' && target instanceof Text) putBack(target);
      for (const text of removedNodes) {
        const font = [...addedNodes, previousSibling, nextSibling].find(isFont);
        if (!(text instanceof Text) || font === undefined || text.isConnected) continue;
        replaced.set(text, font);
        // A signal writes into its text without any rendering.
        observer.observe(text, { characterData: true });
      }
    }
  };
  observer.observe(root, { childList: true, subtree: true });
  const before = options.debounceRendering;
  options.debounceRendering = (render) => {
    const restoreAndRender = (): void => {
      note(observer.takeRecords());
      for (const text of replaced.keys()) putBack(text);
      render();
    };
    if (before === undefined) queueMicrotask(restoreAndRender);
    else before(restoreAndRender);
  };
  return () => {
    observer.disconnect();
    if (before === undefined) delete options.debounceRendering;
    else options.debounceRendering = before;
  };
}

/** Chromium's translation writes `<font>`, which no page of ours does. */
function isFont(node: Node | null): node is Element {
  return node instanceof Element && node.localName === 'font';
}
