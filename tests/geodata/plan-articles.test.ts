import { readdir } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Project } from '../../src/domain/project.ts';
import table from '../fixtures/plan-articles.json' with { type: 'json' };
import { GEODATA, readContent } from './read-geodata.ts';

let projects: readonly Project[];

beforeAll(async () => {
  const files = await readdir(new URL('projects/', GEODATA));
  const contents = await Promise.all(
    files
      .filter((file) => file.endsWith('.geojson'))
      .map((file) => readContent(`projects/${file}`, 'projects')),
  );
  projects = contents.flatMap((content) => content.projects);
});

function found(id: string): Project {
  const project = projects.find((candidate) => candidate.id === id);
  if (project === undefined) throw new Error(`no feature "${id}"`);
  return project;
}

describe('the table of articles that name a place', () => {
  it('is in the order of the plan and lists each article once', () => {
    const articles = table.articles.map(({ article }) => article);
    expect(articles).toEqual([...new Set(articles)].toSorted((a, b) => a - b));
    // The plan has 85 articles.
    expect(articles.every((article) => article >= 1 && article <= 85)).toBe(true);
  });
});

describe.each(table.articles)('article $article', ({ article, drawn, listed }) => {
  it('is answered by at least one feature', () => {
    expect(drawn.length + listed.length).toBeGreaterThan(0);
  });

  it('finds each of its features in the data, under its number and as named by the plan', () => {
    for (const id of [...drawn, ...listed]) {
      expect(found(id).articles, id).toContain(article);
      expect(found(id).isSiteNamedInPlan, id).toBe(true);
    }
  });

  it('has those that can be drawn on the map, and the others in the list alone', () => {
    expect(drawn.filter((id) => found(id).geometry === undefined)).toEqual([]);
    expect(listed.filter((id) => found(id).geometry !== undefined)).toEqual([]);
  });

  it('has every feature of its number that the data say the plan names', () => {
    const named = projects.filter(
      ({ articles, isSiteNamedInPlan }) => isSiteNamedInPlan && articles.includes(article),
    );
    expect(named.map(({ id }) => id).toSorted()).toEqual([...drawn, ...listed].toSorted());
  });
});

it('has a row for every article under which the data say that the plan names a place', () => {
  const rows = new Set(table.articles.map(({ article }) => article));
  const named = projects.filter(({ isSiteNamedInPlan }) => isSiteNamedInPlan);
  expect(named.length).toBeGreaterThan(80);
  const missed = named.filter(({ articles }) => !articles.every((article) => rows.has(article)));
  expect(missed.map(({ id }) => id)).toEqual([]);
});
