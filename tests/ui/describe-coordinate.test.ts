import { describe, expect, test } from 'vitest';
import { readPosition } from '../../src/domain/coordinates/read-position.ts';
import { describeCoordinateFault } from '../../src/ui/describe-coordinate.ts';
import type { I18n } from '../../src/ui/i18n.tsx';
import { EN_DEFERRED } from '../../src/ui/texts/en-deferred.ts';
import { ZH_DEFERRED } from '../../src/ui/texts/zh-deferred.ts';
import { FRAME } from '../plan-frame.ts';

/** The words of a language without the page that fetches them. */
function wordsOf(language: 'en' | 'zh'): I18n {
  const texts: Readonly<Record<string, string>> = language === 'en' ? EN_DEFERRED : ZH_DEFERRED;
  return {
    language,
    t: (key, values = {}) =>
      (texts[key] ?? `[${key}]`).replace(/\{\{(\w+)\}\}/g, (_, name: string) => `${values[name]}`),
    pick: (text) => text[language],
    inOwnWords: (given) => given ?? '',
  };
}

describe('why a text is no position is said in either language', () => {
  test.each([
    ['120,20 35,55', /35\.55000°\sN, 120\.20000°\sE/, /北纬 35\.55000°，东经 120\.20000°/],
    ['2.35 48.86', /each way lies outside this map/, /均不在本图范围内/],
    ['355730 1201218', /or EPSG:4549 · E 355\s730\.0/, /EPSG:4549 · E 355,730\.0/],
    ['GCJ-02 120.2 35.95', /^GCJ-02 is another datum/, /^GCJ-02 属另一坐标基准/],
    ['EPSG:32651 247000 3982000', /^EPSG:32651 is not read/, /EPSG:32651/],
    ['EPSG:4549 120.2 35.95', /no position in EPSG:4549/, /EPSG:4549/],
    ['200.5 35.9', /longitude ends at 180/, /经度/],
    ['95.5N 120.2E', /latitude ends at 90/, /纬度/],
    ['35°75′N 120°12′E', /0 to 59/, /0 到 59/],
    ['518044.1 518044.1', /easting and northing/, /东坐标和北坐标/],
    ['50518044.1 3980013.2', /zone/, /带号/],
    ['35.95N', /half/, /一半/],
    ['LINESTRING(1 2, 3 4)', /More than one/, /不止一个/],
    ['https://maps.app.goo.gl/abc1', /this address/, /网址/],
    ['120.2 35.95 7.5', /unclear/, /写法不明/],
    ['2.35E 48.86N', /outside the map/, /不在地图范围内/],
    ['here', /No position/, /不是坐标/],
  ])('%s', async (text, en, zh) => {
    const read = await readPosition(text, FRAME);
    expect(read.kind).toBe('fault');
    if (read.kind !== 'fault') return;
    expect(describeCoordinateFault(read, FRAME, wordsOf('en'))).toMatch(en);
    expect(describeCoordinateFault(read, FRAME, wordsOf('zh'))).toMatch(zh);
  });
});
