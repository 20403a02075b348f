import { expect, test } from 'vitest';
import { PAGE, PAGES, pageFoot } from '../../src/ui/report/page-foot.ts';

test('the foot of a page counts pages in the order of its language', () => {
  expect(pageFoot('a', `page ${PAGE} of ${PAGES}`)).toContain(
    'content: "page " counter(page) " of " counter(pages) ""',
  );
  expect(pageFoot('a', `第 ${PAGE} 页，共 ${PAGES} 页`)).toContain(
    'content: "第 " counter(page) " 页，共 " counter(pages) " 页"',
  );
});

test('no word ends the style sheet that it stands in', () => {
  expect(pageFoot('a "b" \\ c }\nd', PAGE)).toContain('content: "a \\"b\\" \\\\ c } d"');
});
