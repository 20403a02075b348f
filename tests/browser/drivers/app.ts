import { expect, type Locator, type Page } from 'playwright/test';
import { LABELS, type Language, type Panel } from './labels.ts';
import { MapDriver } from './map.ts';

/** The desk in a person's words: what they open, pick and read. */
export class AppPage {
  readonly page: Page;
  readonly map: MapDriver;
  language: Language;

  constructor(page: Page, language: Language) {
    this.page = page;
    this.map = new MapDriver(page);
    this.language = language;
  }

  /** The visible words in the language that the desk is spoken to in. */
  get words(): (typeof LABELS)[Language] {
    return LABELS[this.language];
  }

  /** Opens the desk at an address such as `?panel=data#map=…`, in its language unless it says one. */
  async open(address = ''): Promise<void> {
    const [query = '', hash] = address.split('#');
    const parts = new URLSearchParams(query);
    if (!parts.has('lang')) parts.set('lang', this.language);
    const search = parts.toString().replaceAll('%2C', ',');
    await this.page.goto(`./?${search}${hash === undefined ? '' : `#${hash}`}`);
    await expect(this.page.getByRole('tablist')).toBeVisible();
  }

  /** Opens the desk and waits until the map is drawn. */
  async openWithMap(address = ''): Promise<void> {
    await this.open(address);
    await this.map.isIdle();
  }

  /** Looks at another part of the map by the address, as a link in the page would. */
  async lookAt(hash: string): Promise<void> {
    await this.page.evaluate((next) => {
      location.hash = next;
    }, hash);
    await this.map.isIdle();
  }

  /** One part of the query in the address; null where it is absent. */
  part(name: string): string | null {
    return new URL(this.page.url()).searchParams.get(name);
  }

  /** Waits until a part of the query reads as given; null for absent. */
  async hasPart(name: string, value: string | null): Promise<void> {
    await expect.poll(() => this.part(name), { message: `${name}= in the address` }).toBe(value);
  }

  tab(panel: Panel): Locator {
    return this.page.getByRole('tab', { name: this.words.tabs[panel], exact: true });
  }

  get panel(): Locator {
    return this.page.getByRole('tabpanel');
  }

  async openPanel(panel: Panel): Promise<void> {
    await this.tab(panel).click();
    await expect(this.tab(panel)).toHaveAttribute('aria-selected', 'true');
  }

  /** The switch of a layer in the list of layers, by its title. */
  layerSwitch(title: string): Locator {
    return this.panel.getByRole('checkbox', { name: title, exact: true });
  }

  /** The row of a project in the list, by its whole name. */
  projectRow(name: string): Locator {
    return this.panel
      .getByRole('button')
      .filter({ has: this.page.getByText(name, { exact: true }) });
  }

  /** Picks a project in the list by its id, which the row carries. */
  async openBy(id: string): Promise<void> {
    await this.panel.locator(`[data-feature="${id}"]`).click();
    await expect(this.card).toBeVisible();
  }

  /** The region of the page that holds the map and what floats on it. */
  get mapRegion(): Locator {
    return this.page.getByRole('region', { name: this.words.map, exact: true });
  }

  /** The row of a zone in the table. */
  zoneRow(name: string): Locator {
    return this.zoneTable
      .getByRole('row')
      .filter({ has: this.page.getByRole('button', { name, exact: true }) });
  }

  get zoneTable(): Locator {
    return this.panel.getByRole('table', { name: this.words.zones });
  }

  get earthModelTable(): Locator {
    return this.panel.getByRole('table', { name: this.words.earthModels });
  }

  /** The sheet of a layer in the data panel. */
  dataSheet(title: string): Locator {
    const head = this.page.locator('summary', {
      has: this.page.getByText(title, { exact: true }),
    });
    return this.panel.getByRole('group').filter({ has: head });
  }

  async selectZone(name: string): Promise<void> {
    await this.zoneRow(name).getByRole('button', { name, exact: true }).click();
  }

  /** The card of what is selected. */
  get card(): Locator {
    return this.page.getByRole('complementary');
  }

  /** Waits until the card shows what has this name. */
  async cardShows(name: string): Promise<void> {
    await expect(this.card.getByRole('heading', { level: 2 })).toHaveText(name);
  }

  /** Presses Tab until something has the focus. */
  async tabTo(target: Locator): Promise<void> {
    const isThere = () => target.evaluate((element) => element === document.activeElement);
    for (let presses = 0; presses < 80; presses += 1) {
      if (await isThere()) return;
      await this.page.keyboard.press('Tab');
    }
    await expect(target, 'reached by Tab').toBeFocused();
  }

  get legend(): Locator {
    return this.page
      .getByRole('group')
      .filter({ has: this.page.locator('summary', { hasText: this.words.legend }) });
  }

  async switchLanguage(): Promise<void> {
    await this.page.getByRole('button', { name: this.words.toOtherLanguage, exact: true }).click();
    this.language = this.language === 'en' ? 'zh' : 'en';
  }

  theme(name: 'light' | 'dark' | 'projector'): Locator {
    return this.page.getByRole('radio', { name: this.words.theme[name] });
  }

  async chooseTheme(name: 'light' | 'dark' | 'projector'): Promise<void> {
    // The radio itself is hidden behind its picture: people press the picture.
    await this.page
      .locator('label')
      .filter({ has: this.theme(name) })
      .click();
  }
}
