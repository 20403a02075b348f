import type { Finding } from '../finding.ts';
import { formatValue } from '../format-value.ts';
import { getOwn, type JsonRecord } from '../record.ts';

/** The last article of a plan that states none. */
export const LAST_ARTICLE = 999;

/** Returns the plan articles: whole numbers from 1 to the plan's last, in the file's order. */
export function articlesOf(properties: JsonRecord, last: number): readonly number[] {
  const articles = getOwn(properties, 'articles');
  if (!Array.isArray(articles)) return [];
  return articles.filter((article) => isArticle(article, last));
}

/** Returns a finding for each article that `articlesOf` leaves out, with its place. */
export function droppedArticles(properties: JsonRecord, last: number): readonly Finding[] {
  const articles = getOwn(properties, 'articles') ?? [];
  const dropped = (path: readonly (string | number)[], found: unknown): Finding => ({
    code: Array.isArray(articles) ? 'article-out-of-range' : 'property-type',
    kind: 'thematic-accuracy',
    severity: 'warning',
    path: ['properties', 'articles', ...path],
    message: {
      zh: `条号 ${formatValue(found)} 不是 1 到 ${last} 的整数，已略去。`,
      en: `article ${formatValue(found)} is not a whole number from 1 to ${last}; it is left out.`,
    },
    cure: { zh: '核对条号，例如 [46]。', en: 'Check the number; write a list such as [46].' },
  });
  if (!Array.isArray(articles)) return [dropped([], articles)];
  return articles.flatMap((article: unknown, index) =>
    isArticle(article, last) ? [] : [dropped([index], article)],
  );
}

/** Whether a value can be the number of an article. */
export function isArticle(article: unknown, last: number): article is number {
  return Number.isInteger(article) && Number(article) >= 1 && Number(article) <= last;
}
