import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { minutesAsHtml, minutesAsMarkdown } from '../../../src/app/presentation/minutes-text.ts';
import { recordMinutes } from '../../../src/app/presentation/record-minutes.ts';
import { createModel, type Model } from '../../../src/app/state/model.ts';
import { parseMinutes } from '../../../src/data/views/minutes-file.ts';
import type { Minute } from '../../../src/domain/views/minute.ts';
import { loadDeferredTexts, loadTexts } from '../../../src/ui/i18n.tsx';

const HOSTILE = '<img src=x onerror="alert(1)"> *bold* [x](javascript:alert(1))';
const MINUTES: readonly Minute[] = [
  {
    at: '2026-11-28T08:00:00.000Z',
    kind: 'view',
    number: 8,
    title: { zh: HOSTILE, en: HOSTILE },
    figures: { ratio: 0.349, headroomM: -3131 },
    saved: { ratio: 0.352, headroomM: -3131 },
  },
];

async function words(language: 'zh' | 'en') {
  await loadDeferredTexts(language);
  return loadTexts(language);
}

describe('minutes', () => {
  test('are read back as they were kept', () => {
    expect(parseMinutes(JSON.stringify(MINUTES))).toEqual(MINUTES);
  });

  test('that cannot be read are left out, entry by entry; nothing throws', () => {
    expect(parseMinutes(JSON.stringify([{ at: 'yesterday' }, ...MINUTES, null]))).toEqual(MINUTES);
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => Array.isArray(parseMinutes(text))),
    );
  });

  test('as HTML hold what people typed as text alone, both figures where they differ, and the notice', async () => {
    const html = minutesAsHtml({
      minutes: MINUTES,
      coastStatus: { kind: 'illustration' },
      words: await words('en'),
    });
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;');
    expect(html).toMatch(/was 35\.2\s%, now 34\.9\s%/);
    expect(html).toMatch(/Headroom: −3\.1\s?km/);
    expect(html).toContain('Illustration');
  });

  test('as Markdown hold no markup of a title', async () => {
    const markdown = minutesAsMarkdown({
      minutes: MINUTES,
      coastStatus: { kind: 'surveyed' },
      words: await words('zh'),
    });
    expect(markdown).toContain('\\<img');
    expect(markdown).toContain('\\*bold\\* \\[x\\]');
    expect(markdown).toMatch(/原为 35\.2%，现为 34\.9%/);
    expect(markdown).not.toContain('示意');
  });

  test('of the last moment are kept though the page is left in it', async () => {
    const kept: string[] = [];
    const store = {
      read: async () => [],
      clear: async () => undefined,
      write: async (text: string) => {
        kept.push(text);
      },
    };
    const page = new EventTarget();
    const model = createModel({}, { language: 'en', theme: 'light' });
    recordMinutes(model, store, page);
    model.presentation.start();
    expect(kept).toEqual([]);
    page.dispatchEvent(new Event('pagehide'));
    page.dispatchEvent(new Event('visibilitychange'));
    expect(kept.flatMap(parseMinutes)).toMatchObject([{ kind: 'started' }]);
  });

  test('of two tabs that present at the same time do not write over each other', async () => {
    const [page, shared] = [new EventTarget(), new Map<string, string>()];
    const tab = async (name: string) => {
      const model = createModel({}, { language: 'en', theme: 'light' });
      const read = vi.fn(async () =>
        [...shared].flatMap(([key, text]) => (key === name ? [] : [text])),
      );
      const store = {
        read,
        write: async (text: string) => void shared.set(name, text),
        clear: async () => shared.clear(),
      };
      recordMinutes(model, store, page);
      await vi.waitFor(() => expect(read).toHaveResolved());
      return model;
    };
    const [one, other] = [await tab('one'), await tab('other')];
    one.presentation.start();
    other.presentation.start();
    one.presentation.stop();
    page.dispatchEvent(new Event('pagehide'));
    const kinds = (model: Model) => model.minutes.entries.value.map(({ kind }) => kind);
    expect(kinds(one)).toEqual(['started', 'ended']);
    // The next visit has those of both, and neither is ended by another tab.
    const next = await tab('next');
    await vi.waitFor(() => expect(kinds(next)).toEqual(['started', 'ended', 'started']));
    page.dispatchEvent(new Event('pagehide'));
    expect([...shared.keys()]).toEqual(['one', 'other']);
    next.minutes.clear();
    expect(kinds(next)).toEqual([]);
    expect(shared.size).toBe(0);
  });
});
