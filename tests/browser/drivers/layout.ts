import type { Page } from 'playwright/test';

/**
 * What is wrong with the layout just now, one sentence each: text cut off or out of sight, a page
 * or list that scrolls sideways, boxes on the map that lie on one another, controls that something
 * covers. A box that scrolls sideways on purpose can be reached by Tab and has a name.
 */
export function layoutFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const faults = new Set<string>();
    const root = document.documentElement;
    const [width, height] = [root.clientWidth, root.clientHeight];
    if (root.scrollWidth > width)
      faults.add(`the page scrolls sideways: ${root.scrollWidth} in ${width} px`);

    const shown = [...document.body.querySelectorAll('*')].filter(isShown);
    for (const element of shown) {
      const text = ownText(element);
      if (text !== '') checkText(element, text);
      if (scrollsSideways(element) && !isMeantToScroll(element))
        faults.add(`${nameOf(element)} scrolls sideways`);
      if (element.matches('button, summary, [role="tab"], input, a[href]')) checkReach(element);
    }
    checkFloats();
    return [...faults];

    function checkText(element: Element, text: string): void {
      // The element's own words: those inside it are looked at by themselves, unless only readers hear them.
      const words = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
      const lines = words
        .flatMap((node) => {
          const range = document.createRange();
          range.selectNodeContents(node);
          return [...range.getClientRects()];
        })
        .filter((line) => line.width > 0);
      const { textOverflow, overflowX } = getComputedStyle(element);
      const isEllipsed = textOverflow === 'ellipsis' && overflowX !== 'visible';
      if (isEllipsed && element.scrollWidth > element.clientWidth)
        faults.add(`"${text}" ends in an ellipsis`);
      for (const line of lines) {
        if (line.left < -1 || line.right > width + 1) {
          if (!hasAncestor(element, isMeantToScroll)) faults.add(`"${text}" runs out of the page`);
        }
        for (
          let box = element.parentElement;
          box !== null && box !== document.body;
          box = box.parentElement
        ) {
          const style = getComputedStyle(box);
          const edges = box.getBoundingClientRect();
          const isCutAcross =
            style.overflowX === 'hidden' &&
            (line.left < edges.left - 1 || line.right > edges.right + 1);
          const isCutDown =
            style.overflowY === 'hidden' &&
            (line.top < edges.top - 2 || line.bottom > edges.bottom + 2);
          if ((isCutAcross || isCutDown) && !scrollsBetween(element, box))
            faults.add(`"${text}" is cut by ${nameOf(box)}`);
        }
      }
    }

    /** Whether something between an element and a box lets a person scroll to it. */
    function scrollsBetween(element: Element, box: Element): boolean {
      for (
        let inner = element.parentElement;
        inner !== null && inner !== box;
        inner = inner.parentElement
      ) {
        const { overflowX, overflowY } = getComputedStyle(inner);
        if (/auto|scroll/.test(`${overflowX} ${overflowY}`)) return true;
      }
      return false;
    }

    function checkReach(element: Element): void {
      const box = element.getBoundingClientRect();
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      if (x < 0 || y < 0 || x >= width || y >= height) return;
      const isScroller = (one: Element): boolean =>
        /auto|scroll/.test(getComputedStyle(one).overflowY);
      const scroller = closest(element, isScroller);
      // What is scrolled out of any of them, such as a table's box within a panel, is out of sight, not covered.
      const isOutOfSight = (one: Element): boolean => {
        const sight = one.getBoundingClientRect();
        return y < sight.top || y > sight.bottom - 2 || x < sight.left || x > sight.right;
      };
      if (closest(element, (one) => isScroller(one) && isOutOfSight(one)) !== undefined) return;
      const hit = document.elementFromPoint(x, y);
      const label = element.closest('label');
      if (hit === null || element.contains(hit) || hit.contains(element) || label?.contains(hit))
        return;
      // Sticky heads of a list pass over its rows as it scrolls.
      if (scroller?.contains(hit)) return;
      // On a phone the card lies over the panel: it was just asked for, and goes away again.
      if (width < 704 && hit.closest('aside') !== null) return;
      faults.add(`${nameOf(element)} is covered by ${nameOf(hit)}`);
    }

    function checkFloats(): void {
      const names = [
        '.header',
        '.side',
        '.detail-card',
        '.legend',
        '.map-controls',
        '.attribution',
        '.maplibregl-ctrl-scale',
      ];
      const floats = names.flatMap((name) => [...document.querySelectorAll(name)]).filter(isShown);
      for (const [index, one] of floats.entries()) {
        for (const other of floats.slice(index + 1)) {
          const isCardOnPhone =
            width < 704 && one.matches('.side') && other.matches('.detail-card');
          if (
            !isCardOnPhone &&
            overlap(one.getBoundingClientRect(), other.getBoundingClientRect())
          ) {
            faults.add(`${nameOf(one)} and ${nameOf(other)} lie on one another`);
          }
        }
        const { left, right, top, bottom } = one.getBoundingClientRect();
        if (left < -1 || top < -1 || right > width + 1 || bottom > height + 1)
          faults.add(`${nameOf(one)} sticks out of the page`);
      }
    }

    function overlap(one: DOMRect, other: DOMRect): boolean {
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      return across > 1 && down > 1;
    }

    function isShown(element: Element): boolean {
      if (!element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) return false;
      if (
        hasAncestor(
          element,
          (one) =>
            one.matches('.visually-hidden, .skip-link, svg, [data-map-state]') && one !== element,
        )
      ) {
        return element.matches('.maplibregl-ctrl-scale');
      }
      const { width: across, height: down } = element.getBoundingClientRect();
      return across > 1 && down > 1 && !element.matches('.visually-hidden, .skip-link');
    }

    function ownText(element: Element): string {
      const texts = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
      return texts
        .map(({ textContent }) => textContent?.trim() ?? '')
        .join(' ')
        .trim()
        .slice(0, 40);
    }

    function scrollsSideways(element: Element): boolean {
      const { overflowX } = getComputedStyle(element);
      return /auto|scroll/.test(overflowX) && element.scrollWidth > element.clientWidth + 1;
    }

    function isMeantToScroll(element: Element): boolean {
      return (
        scrollsSideways(element) &&
        element.getAttribute('tabindex') === '0' &&
        element.hasAttribute('aria-label')
      );
    }

    function hasAncestor(element: Element, test: (one: Element) => boolean): boolean {
      return closest(element, test) !== undefined;
    }

    function closest(element: Element, test: (one: Element) => boolean): Element | undefined {
      for (let one: Element | null = element; one !== null; one = one.parentElement)
        if (test(one)) return one;
      return undefined;
    }

    function nameOf(element: Element): string {
      const words =
        element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 30) ?? '';
      return `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} "${words}"`;
    }
  });
}

/** Controls lower than a finger or a pointer needs, or narrower than 24 px (WCAG 2.5.8), as sentences. */
export function smallTargets(page: Page, least: number): Promise<readonly string[]> {
  return page.evaluate((atLeast) => {
    const targets = [...document.querySelectorAll('button, summary, [role="tab"], input, a[href]')]
      .filter((element) => element.checkVisibility({ checkOpacity: true }))
      .map((element) => element.closest('label') ?? element)
      .filter((element) => !element.matches('.skip-link') && element.closest('p') === null);
    return targets.flatMap((element) => {
      const { width, height } = element.getBoundingClientRect();
      const name =
        element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 30) ?? '';
      const isSmall = width > 0 && (height < atLeast - 0.5 || width < 24);
      return isSmall ? [`"${name}" is ${Math.round(width)} × ${Math.round(height)} px`] : [];
    });
  }, least);
}
