/** A watch that can be stopped, in milliseconds: what it ran before, and since when it runs; undefined while it stands. */
export type Stopwatch = { readonly ranMs: number; readonly since: number | undefined };

/** A watch that starts at a time. */
export function startedAt(now: number): Stopwatch {
  return { ranMs: 0, since: now };
}

/** How long a watch has run, in milliseconds, never negative: a computer's clock may be set back. */
export function elapsedMs({ ranMs, since }: Stopwatch, now: number): number {
  return ranMs + (since === undefined ? 0 : Math.max(0, now - since));
}

/** Stops a watch that runs, and lets one run on that stands. */
export function toggled(watch: Stopwatch, now: number): Stopwatch {
  return watch.since === undefined
    ? { ...watch, since: now }
    : { ranMs: elapsedMs(watch, now), since: undefined };
}

/** A duration as `m:ss`, from an hour on as `h:mm:ss`; a negative one has a true minus. */
export function clockText(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1000);
  const two = (part: number): string => String(part).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const head = hours > 0 ? `${hours}:${two(minutes)}` : two(minutes);
  return `${ms <= -1000 ? '\u2212' : ''}${head}:${two(seconds % 60)}`;
}
