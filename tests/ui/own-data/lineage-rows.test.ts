import { expect, test } from 'vitest';
import { loadAllTexts } from '../../../src/ui/load-all-texts.ts';
import { lineageRows } from '../../../src/ui/own-data/lineage-rows.ts';
import { ownDataset } from '../../domain/own-data/own-dataset-of.ts';

const DATASET = ownDataset({
  lineage: {
    mapping: {
      classFields: ['LX1', 'LX2'],
      nameField: 'MC',
      lengthField: 'CD',
      values: { 'LX2=A1': 'bedrock', B9: 'unclassified' },
    },
    credit: { zh: '海洋局', en: 'Ocean Bureau' },
  },
});

/** The lines under a label. */
async function linesOf(language: 'zh' | 'en', label: string): Promise<readonly string[]> {
  const rows = lineageRows(DATASET, await loadAllTexts(language));
  return rows.find(([own]) => own === label)?.[1] ?? [];
}

test('a mapping is told in the words of the page, not in codes', async () => {
  expect(await linesOf('zh', '字段对应')).toEqual([
    '岸线类型（由粗到细） ← LX1, LX2；名称 ← MC；自报长度 ← CD',
    'LX2=A1 → 基岩岸线；B9 → 未分类',
  ]);
  expect(await linesOf('en', 'Fields')).toEqual([
    expect.stringMatching(/← LX1, LX2; Name ← MC; .*[Ll]ength.* ← CD$/),
    'LX2=A1 → Bedrock; B9 → not classified',
  ]);
});

test('a credit is told in both languages, that of the page first', async () => {
  expect(await linesOf('zh', '署名')).toEqual(['海洋局', 'Ocean Bureau']);
  expect(await linesOf('en', 'Credit')).toEqual(['Ocean Bureau', '海洋局']);
});
