import { keptText } from './drivers/kept-text.ts';
import { expect, test } from './test.ts';

// A planner's afternoon on the real plan: each step is one of the desk's own, nothing is prepared.
test.use({ plan: 'embedded', viewport: { width: 1366, height: 768 } });

test('a planner finds a terminal and its conflicts, tries a berth at Langya, undoes, shares, and comes back', async ({
  app,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await app.openWithMap();

  // Find the LNG terminal by its initials, and see what it is in conflict with.
  await page.keyboard.press('/');
  await page.keyboard.type('djk lng');
  await expect(page.getByRole('option').first()).toContainText('LNG');
  await page.keyboard.press('Enter');
  await app.cardShows('Sinopec Dongjiakou LNG terminal');
  const conflicts = app.card.getByRole('region', { name: 'Conflicts' });
  await expect(conflicts.getByRole('listitem').first()).toContainText(/certain|possible/);

  // Draw a berth across the shore of Langya Bay and read what it takes.
  await app.openPanel('scenarios');
  await app.lookAt('#map=13/35.63/119.88');
  await app.panel.getByRole('button', { name: 'New scenario' }).click();
  await app.panel.getByText('By numbers', { exact: true }).click();
  await app.panel.getByRole('textbox', { name: /^Centre/ }).fill(await shoreOf(app.page));
  await app.panel.getByRole('button', { name: 'Add the rectangle' }).click();
  const site = app.panel.getByRole('button', { name: /^Site 1/ });
  await expect(site).toContainText(/takes (?!0\s)[\d.]+\s(m|km)/);
  const headline = app.panel.locator('.scenario-summary output');
  const loss = await headline.innerText();
  const [before, after] = loss.split(' → ').map(Number.parseFloat);
  expect(after).toBeLessThan(before ?? 0);

  // Three other places, all in sight; moving the site to one is one step, which undo takes back.
  const places = app.panel.getByRole('region', { name: 'Where instead' }).getByRole('listitem');
  await expect(places).toHaveCount(3);
  await expect(places.last()).toContainText(/takes [\d.]+\s(m|km) natural.*Conflicts/);
  await expect(places.last().getByRole('button').first()).toBeInViewport();
  await places
    .first()
    .getByRole('button', { name: /^Move the site to/ })
    .click();
  await expect(headline).not.toHaveText(loss);
  await page.keyboard.press('Control+z');
  await expect(headline).toHaveText(loss);

  // Undo and redo by keyboard.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect(headline).not.toHaveText(loss);
  await page.keyboard.press('Control+Shift+Z');
  await expect(headline).toHaveText(loss);

  // Share: the link restores the view, and says that the scenario is not in it.
  await page.getByRole('button', { name: 'Copy link' }).click();
  const dialog = page.getByRole('dialog', { name: 'Link to this view' });
  await expect(dialog).toContainText(/scenarios/i);
  const address = await dialog.getByRole('textbox', { name: 'Address of this view' }).inputValue();
  await page.keyboard.press('Escape');

  // Close the tab, come back by the link, and go on.
  await expect.poll(() => keptText(page)).toContain('Site 1');
  await page.goto('about:blank');
  await page.goto(address);
  await expect(app.tab('scenarios')).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('button', { name: 'Go on with them' }).click();
  await expect(headline).toHaveText(loss);
});

/** A place on the first natural stretch of the served coastline whose zone is Langya Bay's, as a person would type it. */
async function shoreOf(page: import('playwright/test').Page): Promise<string> {
  const file = await page.request.get('./geodata/coast/coastline.geojson');
  const { features } = await file.json();
  const stretch = features.find(
    ({ id, properties }: { id: string; properties: { class: string } }) =>
      id.startsWith('langya') && properties.class !== 'artificial',
  );
  const [longitude, latitude] = stretch.geometry.coordinates[0];
  return `${longitude} ${latitude}`;
}
