import { test as base } from 'playwright/test';
import { AppPage } from './drivers/app.ts';
import { type Guard, setGuard } from './drivers/guard.ts';
import type { Language } from './drivers/labels.ts';
import { NO_MAP, refuseWebGL } from './fixtures/refuse-webgl.ts';
import { servePlan } from './fixtures/serve-plan.ts';
import { type PlanFiles, smallPlan } from './fixtures/small-plan.ts';

export { expect } from 'playwright/test';

type AppOptions = {
  /** The language that the driver speaks, and that an address without one opens in. */
  language: Language;
  /** The plan that is served: a fixture, or the real one that the app comes with. */
  plan: PlanFiles | 'embedded';
  /**
   * Whether the page gets WebGL. Drawing takes two thirds of a test's time, so a test that asks nothing of the map
   * says 'none': the page works as in a browser without WebGL, and must say so.
   */
  map: 'drawn' | 'none';
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
  map: ['drawn', { option: true }],
  guard: [
    async ({ context, baseURL, map }, use) => {
      if (baseURL === undefined) throw new Error('playwright.config.ts names no baseURL');
      const guard = await setGuard(context, new URL(baseURL).origin);
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

/** A test that asks nothing of the map: the page gets no WebGL, and starts in a third of the time. */
export const testWithoutMap = test.extend<AppOptions>({ map: 'none' });
