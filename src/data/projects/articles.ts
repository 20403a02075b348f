import type { Finding } from '../finding.ts';
import { formatValue } from '../format-value.ts';
import { getOwn, type JsonRecord } from '../record.ts';

/** Returns the plan articles: whole numbers from 1 to 85, in the file's order. */
export function articlesOf(properties: JsonRecord): readonly number[] {
  const articles = getOwn(properties, 'articles');
  if (!Array.isArray(articles)) return [];
  return articles.filter(isArticle);
}

/** Returns a finding for each article that `articlesOf` leaves out, with its place. */
export function droppedArticles(properties: JsonRecord): readonly Finding[] {
  const articles = getOwn(properties, 'articles') ?? [];
  const dropped = (path: readonly (string | number)[], found: unknown): Finding => ({
    code: Array.isArray(articles) ? 'article-out-of-range' : 'property-type',
    kind: 'thematic-accuracy',
    severity: 'warning',
    path: ['properties', 'articles', ...path],
    message: {
      zh: `条号 ${formatValue(found)} 不是 1 到 85 的整数，已略去。`,
      en: `article ${formatValue(found)} is not a whole number from 1 to 85; it is left out.`,
    },
    cure: { zh: '核对条号，例如 [46]。', en: 'Check the number; write a list such as [46].' },
  });
  if (!Array.isArray(articles)) return [dropped([], articles)];
  return articles.flatMap((article: unknown, index) =>
    isArticle(article) ? [] : [dropped([index], article)],
  );
}

function isArticle(article: unknown): article is number {
  return Number.isInteger(article) && Number(article) >= 1 && Number(article) <= 85;
}
