import { beforeEach, expect, test, vi } from 'vitest';
import { createFullScreen, type FullScreen } from '../../../src/app/presentation/full-screen.ts';
import { createModel, type Model } from '../../../src/app/state/model.ts';

/** A page as Chrome treats it: full screen is granted right after a press, which is then spent. */
class FakePage extends EventTarget {
  fullscreenElement: Element | null = null;
  isPressed = false;
  readonly requests = vi.fn();
  readonly documentElement = {
    requestFullscreen: async (): Promise<void> => {
      this.requests();
      if (!this.isPressed) throw new TypeError('Permissions check failed');
      this.isPressed = false;
      this.#set({} as Element);
    },
  } as HTMLElement;

  exitFullscreen = async (): Promise<void> => this.#set(null);

  press(kind: 'keydown' | 'pointerdown' = 'keydown'): void {
    this.isPressed = true;
    this.dispatchEvent(new Event(kind));
  }

  #set(element: Element | null): void {
    this.fullscreenElement = element;
    this.dispatchEvent(new Event('fullscreenchange'));
  }
}

let page: FakePage;
let model: Model;
let fullScreen: FullScreen;
const keyboard = { lock: vi.fn(async () => undefined), unlock: vi.fn() };

beforeEach(() => {
  vi.stubGlobal('navigator', { keyboard });
  page = new FakePage();
  model = createModel({}, { language: 'en', theme: 'light' });
  model.presentation.start();
  fullScreen = createFullScreen(model, page as unknown as Document);
});

test('the model knows whether the page fills the screen', async () => {
  page.press();
  expect(await fullScreen.request()).toBe(true);
  expect(model.presentation.isFullScreen.value).toBe(true);
  await fullScreen.leave();
  expect(model.presentation.isFullScreen.value).toBe(false);
});

test('what the browser refuses is told', async () => {
  vi.spyOn(console, 'info').mockReturnValue();
  expect(await fullScreen.request()).toBe(false);
  expect(await fullScreen.toggle()).toBe(false);
});

test('full screen that ends for the speaker’s window comes back with the next press', async () => {
  page.press();
  await fullScreen.request();
  fullScreen.expectWindow();
  await page.exitFullscreen();
  page.press('pointerdown');
  expect(page.fullscreenElement).not.toBeNull();
  // Ended by the user, it stays ended.
  await fullScreen.toggle();
  page.press();
  expect(page.fullscreenElement).toBeNull();
});

test('full screen that the user ends is not forced on them', async () => {
  page.press();
  await fullScreen.request();
  await page.exitFullscreen();
  page.press();
  expect(page.fullscreenElement).toBeNull();
  expect(page.requests).toHaveBeenCalledOnce();
  expect(await fullScreen.request()).toBe(true);
});

test('Escape is the presentation’s while it is full screen, where the browser can give it', async () => {
  keyboard.lock.mockClear();
  page.press();
  await fullScreen.request();
  expect(keyboard.lock).toHaveBeenCalledExactlyOnceWith(['Escape']);
  await fullScreen.leave();
  expect(keyboard.unlock).toHaveBeenCalled();
  vi.stubGlobal('navigator', {});
  page.press();
  expect(await fullScreen.request()).toBe(true);
});
