import { computed, signal } from '@preact/signals';
import { type FileOrigin, keptNotices } from '../../domain/file-origin.ts';
import { readonly } from './as-readonly.ts';

/** Where the files of the plan came from in this visit, and what the user is told of it. */
export function createOriginModel() {
  const files = signal<ReadonlyMap<string, FileOrigin>>(new Map());
  const dismissed = signal<ReadonlySet<string>>(new Set());
  /** What has not been dismissed; one kind of fault is told once, however many files have it. */
  const notices = computed(() =>
    keptNotices(files.value).filter(({ reason }) => !dismissed.value.has(reason)),
  );
  return {
    ...readonly({ files, notices }),
    hasNotices: computed(() => notices.value.length > 0),
    /** `file`: its path inside the plan's folder. */
    showOrigin: (file: string, origin: FileOrigin): void => {
      files.value = new Map(files.value).set(file, origin);
    },
    dismissNotices: (): void => {
      dismissed.value = new Set(keptNotices(files.value).map(({ reason }) => reason));
    },
  };
}
