import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addPiece,
  eachState,
  textGiver,
  textPieces,
  textTaker,
} from '../../../src/app/workers/work-texts.ts';
import { EMPTY_WORKSPACE, type Workspace } from '../../../src/domain/views/workspace.ts';
import { ownDataset } from '../../domain/own-data/own-dataset-of.ts';

test('texts that go in pieces, each once, come back in their places', () => {
  // Surrogate pairs may be cut between two pieces.
  const text = fc
    .tuple(fc.constantFrom('', '1', '岸', '🌊'), fc.constantFrom(1, 249_999, 250_000, 600_001))
    .map(([unit, count]) => unit.repeat(count));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 3 }), fc.array(text, { maxLength: 3 }), (now, then) => {
      const datasets = (texts: readonly string[]) =>
        texts.map((each, index) => ownDataset({ id: `own-${index}`, text: each }));
      const { log, scenarios, decks, notes, photos } = EMPTY_WORKSPACE;
      const named = { log, scenarios, decks, notes, photos, datasets: datasets(then) };
      const work: Workspace = {
        ...EMPTY_WORKSPACE,
        datasets: datasets(now),
        versions: [{ id: 'version-1', name: 'A', savedAt: '2026-12-02T00:00:00Z', work: named }],
      };
      const { take, texts } = textTaker();
      const lean = eachState(work, take);
      expect(texts).toHaveLength(new Set([...now, ...then]).size);
      expect(JSON.stringify(lean).length).toBeLessThan(10_000);
      const arrived: string[] = [];
      for (const piece of textPieces(texts)) {
        expect(piece.piece.length).toBeLessThanOrEqual(250_000);
        addPiece(arrived, piece);
      }
      const back = eachState(lean, textGiver(arrived));
      // Compared as such: a failing comparison of megabytes would take minutes to tell.
      expect(JSON.stringify(back) === JSON.stringify(work)).toBe(true);
    }),
    { numRuns: 20 },
  );
});
