import { signal } from '@preact/signals';
import { expect, test, vi } from 'vitest';
import { createDisposer, listen } from '../../../src/app/state/disposer.ts';
import { openWhen } from '../../../src/app/state/open-when.ts';

test('everything is undone once, the latest first', () => {
  const [undone, disposer]: [string[], ReturnType<typeof createDisposer>] = [[], createDisposer()];
  disposer.add(
    () => undone.push('first'),
    () => undone.push('second'),
  );
  expect(disposer.signal.aborted).toBe(false);
  disposer.dispose();
  disposer.dispose();
  expect(undone).toEqual(['second', 'first']);
  expect(disposer.signal.aborted).toBe(true);
});

test('what is added after the end is undone at once', () => {
  const [disposer, late] = [createDisposer(), vi.fn()];
  disposer.dispose();
  disposer.add(late);
  expect(late).toHaveBeenCalledOnce();
});

test('a part that cannot be undone leaves no other part standing', () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const [disposer, other] = [createDisposer(), vi.fn()];
  disposer.add(other, () => {
    throw new Error('stuck');
  });
  disposer.dispose();
  expect(other).toHaveBeenCalledOnce();
  expect(log).toHaveBeenCalledOnce();
  log.mockRestore();
});

test('a listener is removed', () => {
  const [target, heard] = [new EventTarget(), vi.fn()];
  const stop = listen(target, 'resize', heard);
  target.dispatchEvent(new Event('resize'));
  stop();
  target.dispatchEvent(new Event('resize'));
  expect(heard).toHaveBeenCalledOnce();
});

test('a part is opened once, when it is first wanted, and undone at the end', async () => {
  const [isWanted, undo] = [signal(false), vi.fn()];
  const open = vi.fn(async () => undo);
  const dispose = openWhen(() => isWanted.value, open);
  expect(open).not.toHaveBeenCalled();
  for (const wanted of [true, false, true]) isWanted.value = wanted;
  expect(open).toHaveBeenCalledOnce();
  await Promise.resolve();
  dispose();
  expect(undo).toHaveBeenCalledOnce();
});

test('a part that arrives after the end is undone at once, and its failure is not told', async () => {
  const [undo, onFailure] = [vi.fn(), vi.fn()];
  const failing = async (): Promise<() => void> => {
    throw new Error('no network');
  };
  for (const open of [async () => undo, failing]) openWhen(() => true, open, onFailure)();
  await vi.waitFor(() => expect(undo).toHaveBeenCalledOnce());
  await Promise.resolve();
  expect(onFailure).not.toHaveBeenCalled();
});
