import { test as base } from 'playwright/test';
import { AppPage } from './drivers/app.ts';
import { type Guard, setGuard } from './drivers/guard.ts';
import type { Language } from './drivers/labels.ts';
import { NO_MAP, refuseWebGL } from './fixtures/refuse-webgl.ts';
import { servePlan } from './fixtures/serve-plan.ts';
import { skipDrawing } from './fixtures/skip-drawing.ts';
import { type PlanFiles, smallPlan } from './fixtures/small-plan.ts';

export { expect } from 'playwright/test';

type AppOptions = {
  /** The language that the driver speaks, and that an address without one opens in. */
  language: Language;
  /** The plan that is served: a fixture, or the real one that the app comes with. */
  plan: PlanFiles | 'embedded';
  /**
   * How far the map goes. 'laid out': all of it but pixels, which are half of a test's time in software. 'drawn': pixels
   * too, for a test that looks at them. 'none': the page gets no WebGL and must say so, for a test that asks nothing
   * of the map.
   */
  map: 'laid out' | 'drawn' | 'none';
};

/**
 * The desk under guard. A test fails when the page writes an error or a warning, throws, breaks its
 * content policy, or asks anything of another origin.
 */
export const test = base.extend<AppOptions & { guard: Guard; app: AppPage }>({
  // The narrowest desk that has the panel beside the map: few pixels, as software WebGL is slow.
  viewport: { width: 1024, height: 640 },
  // Camera moves take a few slow frames otherwise; motion itself is looked at where it matters.
  contextOptions: { reducedMotion: 'reduce' },
  language: ['en', { option: true }],
  plan: [smallPlan(), { option: true }],
  map: ['laid out', { option: true }],
  guard: [
    async ({ context, baseURL, map }, use) => {
      if (baseURL === undefined) throw new Error('playwright.config.ts names no baseURL');
      const guard = await setGuard(context, new URL(baseURL).origin);
      if (map === 'laid out') await skipDrawing(context);
      if (map === 'none') {
        await refuseWebGL(context);
        context.once('page', () => guard.expectFault(NO_MAP));
      }
      await use(guard);
      // What is expected on the console may come after the last step, on a machine that is busy.
      await base.expect
        .poll(() => guard.complaints(), { message: 'console, errors and content policy' })
        .toEqual([]);
      base.expect(guard.outside, 'requests outside the origin').toEqual([]);
    },
    { auto: true },
  ],
  app: async ({ page, language, plan }, use) => {
    if (plan !== 'embedded') await servePlan(page, plan);
    await use(new AppPage(page, language));
  },
});

/** A test that looks at the colours of the map, or at a picture made from it. */
export const testWithPixels = test.extend<AppOptions>({ map: 'drawn' });

/** A test that asks nothing of the map: the page gets no WebGL, and starts in a third of the time. */
export const testWithoutMap = test.extend<AppOptions>({ map: 'none' });
