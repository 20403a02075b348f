import type { BrowserContext } from 'playwright/test';

/**
 * What SwiftShader, the software WebGL of test machines, Chromium's driver glue and Playwright write to
 * the console. None of it comes from the page. Anything not listed here fails the test.
 */
const DRIVER_NOISE = [
  /GL Driver Message \(OpenGL, Performance, GL_CLOSE_PATH_NV, High\): GPU stall due to ReadPixels/,
  /Automatic fallback to software WebGL has been deprecated/,
  /GroupMarkerNotSet\(crbug\.com\/242999\)/,
  // Most tests have no service worker (playwright.config.ts), and the page is told so.
  /Service Worker registration blocked by Playwright/,
];

/** Watches a browser context: what went wrong in its pages, and what they asked of strangers. */
export type Guard = {
  /** Addresses outside the origin that a page asked for; each was refused. */
  readonly outside: readonly string[];
  /** Addresses on the origin, in the order they were asked for. */
  readonly inside: readonly string[];
  /** Forgives messages of this kind, and demands at least one. */
  readonly expectFault: (pattern: RegExp) => void;
  /** Faults nobody expected, and expected ones that never came. */
  readonly complaints: () => readonly string[];
};

/**
 * Sets a guard over every page of a context: collects console errors and warnings, uncaught errors
 * and violations of the content policy; refuses and notes every request that leaves the origin.
 */
export async function setGuard(context: BrowserContext, origin: string): Promise<Guard> {
  const faults: string[] = [];
  const outside: string[] = [];
  const inside: string[] = [];
  const expected: RegExp[] = [];
  const isOutside = (url: URL): boolean =>
    /^(https?|wss?):$/.test(url.protocol) && url.origin !== origin;

  await context.route(isOutside, (route) => route.abort('blockedbyclient'));
  await context.routeWebSocket(/.*/, (socket) => {
    outside.push(socket.url());
  });
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (isOutside(url)) outside.push(url.href);
    else if (url.origin === origin) inside.push(url.href);
  });
  context.on('console', (message) => {
    const kind = message.type();
    const isNoise = DRIVER_NOISE.some((noise) => noise.test(message.text()));
    if ((kind === 'error' || kind === 'warning') && !isNoise)
      faults.push(`${kind}: ${message.text()}`);
  });
  context.on('weberror', (error) => faults.push(`uncaught: ${error.error().message}`));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      console.error(`policy: ${violatedDirective} forbids ${blockedURI}`);
    });
  });

  return {
    outside,
    inside,
    expectFault: (pattern) => expected.push(pattern),
    complaints: () => [
      ...faults.filter((fault) => !expected.some((pattern) => pattern.test(fault))),
      ...expected
        .filter((pattern) => !faults.some((fault) => pattern.test(fault)))
        .map((pattern) => `expected, but it never came: ${pattern}`),
    ],
  };
}
