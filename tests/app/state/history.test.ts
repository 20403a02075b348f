import { effect } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import { createHistory } from '../../../src/app/state/history.ts';

describe('a history', () => {
  test('takes back and makes again, step by step', () => {
    const history = createHistory('a');
    history.commit('b');
    history.commit('c');
    history.undo();
    expect(history.present.value).toBe('b');
    history.undo();
    expect(history.present.value).toBe('a');
    history.redo();
    history.redo();
    expect(history.present.value).toBe('c');
  });

  test('says what can be taken back or made again', () => {
    const history = createHistory(0);
    expect([history.canUndo.value, history.canRedo.value]).toEqual([false, false]);
    history.commit(1);
    expect([history.canUndo.value, history.canRedo.value]).toEqual([true, false]);
    history.undo();
    expect([history.canUndo.value, history.canRedo.value]).toEqual([false, true]);
  });

  test('stays where it is when there is nothing to take back or make again', () => {
    const history = createHistory('a');
    history.undo();
    history.redo();
    expect(history.present.value).toBe('a');
  });

  test('forgets what was taken back once something else is done', () => {
    const history = createHistory('a');
    history.commit('b');
    history.undo();
    history.commit('c');
    expect(history.canRedo.value).toBe(false);
    history.undo();
    expect(history.present.value).toBe('a');
  });

  test('takes back to a value that is undefined', () => {
    const history = createHistory<string | undefined>(undefined);
    history.commit('a');
    history.undo();
    expect(history.present.value).toBeUndefined();
    history.redo();
    history.commit(undefined);
    history.undo();
    history.redo();
    expect(history.present.value).toBeUndefined();
  });

  test('keeps the last 500 steps', () => {
    const history = createHistory(0);
    for (let step = 1; step <= 600; step += 1) history.commit(step);
    for (let step = 0; step < 600; step += 1) history.undo();
    expect(history.present.value).toBe(100);
  });

  test('tells of each step once', () => {
    const history = createHistory(0);
    const seen: string[] = [];
    const stop = effect(() => {
      seen.push(`${history.present.value} ${history.canUndo.value} ${history.canRedo.value}`);
    });
    history.commit(1);
    history.undo();
    stop();
    expect(seen).toEqual(['0 false false', '1 true false', '0 false true']);
  });
});
