// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { renderSvg } from '../../src/ui/print/render-svg.ts';
import { xmlFaults } from '../xml.ts';

test('a drawing with pasted control characters is well-formed SVG', () => {
  const svg = renderSvg(
    <svg xmlns="http://www.w3.org/2000/svg" aria-label={'前湾\v港区'}>
      <title>{'甲\u0000乙\b丙 & <b>'}</title>
      <text>{'half \ud842, whole 𠮷'}</text>
    </svg>,
  );
  expect(xmlFaults(svg)).toEqual([]);
  expect(svg).toContain('甲乙丙 &amp; &lt;b>'.replace('>', '&gt;'));
  expect(svg).toContain('half \ufffd, whole 𠮷');
});
