import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { visiblePatience } from '../../src/map/visible-patience.ts';

class FakePage extends EventTarget {
  visibilityState: DocumentVisibilityState = 'visible';

  show(visibilityState: DocumentVisibilityState): void {
    this.visibilityState = visibilityState;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

let page: FakePage;
const [onEnd, onBack] = [vi.fn(), vi.fn()];

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  page = new FakePage();
});

afterEach(() => {
  vi.useRealTimers();
});

test('a visible page has its time, and no more', () => {
  visiblePatience(1000, { onEnd, onBack }, page);
  vi.advanceTimersByTime(999);
  expect(onEnd).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(onEnd).toHaveBeenCalledOnce();
});

test('the time for which the page is hidden does not count', () => {
  visiblePatience(1000, { onEnd, onBack }, page);
  vi.advanceTimersByTime(600);
  page.show('hidden');
  vi.advanceTimersByTime(3_600_000);
  expect(onEnd).not.toHaveBeenCalled();
  page.show('visible');
  expect(onBack).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(399);
  expect(onEnd).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(onEnd).toHaveBeenCalledOnce();
});

test('a page that is hidden from the start waits', () => {
  page.visibilityState = 'hidden';
  const stop = visiblePatience(1000, { onEnd, onBack }, page);
  vi.advanceTimersByTime(5000);
  expect(onEnd).not.toHaveBeenCalled();
  stop();
  page.show('visible');
  vi.advanceTimersByTime(5000);
  expect(onEnd).not.toHaveBeenCalled();
  expect(onBack).not.toHaveBeenCalled();
});
