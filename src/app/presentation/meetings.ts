import type { Minute } from '../../domain/views/minute.ts';

/** An entry of a meeting, and how long its view was shown. */
export type MeetingEntry = {
  readonly minute: Minute;
  /** Milliseconds until the next view or the end; undefined for what is no view, and for one that never ended. */
  readonly shownMs: number | undefined;
};

/** One presentation in the minutes, from its beginning to its end. */
export type Meeting = {
  /** When it began, in ISO 8601. */
  readonly at: string;
  /** The title of its deck; undefined for entries before the first beginning that was noted. */
  readonly title: Minute['title'];
  /** Milliseconds from its beginning to its end; undefined where no end was noted. */
  readonly lastedMs: number | undefined;
  readonly entries: readonly MeetingEntry[];
};

/** The minutes by meeting, the earliest first. */
export function meetingsOf(minutes: readonly Minute[]): readonly Meeting[] {
  const groups: Minute[][] = [];
  for (const minute of minutes) {
    const group = groups.at(-1);
    if (group === undefined || minute.kind === 'started') groups.push([minute]);
    else group.push(minute);
  }
  return groups.map((group) => {
    const [first] = group;
    const end = group.find(({ kind }) => kind === 'ended');
    return {
      at: first?.at ?? '',
      title: first?.kind === 'started' ? first.title : undefined,
      lastedMs: end && first && between(first.at, end.at),
      entries: group.map((minute, index) => ({ minute, shownMs: shownMs(group, index) })),
    };
  });
}

function shownMs(group: readonly Minute[], index: number): number | undefined {
  const minute = group[index];
  if (minute?.kind !== 'view') return undefined;
  const next = group.slice(index + 1).find(({ kind }) => kind === 'view' || kind === 'ended');
  return next && between(minute.at, next.at);
}

function between(from: string, to: string): number {
  return Math.max(0, Date.parse(to) - Date.parse(from));
}
