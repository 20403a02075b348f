import { seriousViolations } from './drivers/accessibility.ts';
import { expect, testWithoutMap } from './test.ts';

testWithoutMap(
  'opacity and order of a layer are set with the keyboard alone, said in words, and undone',
  async ({ app, page }) => {
    await app.open('?panel=layers&lang=en');
    const opener = app.panel.getByRole('button', { name: 'How Ports is drawn' });
    await opener.focus();
    await page.keyboard.press('Enter');
    await expect(opener).toHaveAttribute('aria-expanded', 'true');
    const opacity = app.panel.getByRole('slider');
    await opacity.focus();
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowLeft');
    await expect(opacity).toHaveAttribute('aria-valuetext', '80 %');
    expect(await seriousViolations(page)).toEqual([]);

    const place = app.panel.getByRole('status').filter({ hasText: /layers of its kind/ });
    const [, first = 0, all = 0] =
      /^(\d+) of (\d+)/.exec(await place.innerText())?.map(Number) ?? [];
    expect(all).toBeGreaterThan(1);
    const isOnTop = first === all;
    const onward = app.panel.getByRole('button', { name: isOnTop ? 'Backward' : 'Forward' });
    await onward.focus();
    await page.keyboard.press('Enter');
    await expect(place).toHaveText(new RegExp(`^${isOnTop ? first - 1 : first + 1} of ${all}`));
    await expect(onward).toBeFocused();

    await app.panel.getByRole('button', { name: 'Look as at first' }).click();
    await expect(opacity).toHaveAttribute('aria-valuetext', '100 %');
  },
);
