import { batch, signal } from '@preact/signals';
import { type Stopwatch, startedAt, toggled } from '../../domain/views/stopwatch.ts';
import { readonly } from '../lifecycle/as-readonly.ts';
import type { SpeakerModel } from '../state/controller.ts';

/** How much smaller and larger than usual the notes may be. */
const NOTES_SCALES = [0.75, 3] as const;
/** The most digits of a slide's number. */
const MOST_DIGITS = 3;

/** The speaker's side of a presentation. */
export function createSpeakerModel(): SpeakerModel {
  const watch = signal<Stopwatch>({ ranMs: 0, since: undefined });
  const targetMinutes = signal<number | undefined>(undefined);
  const slideSince = signal<number | undefined>(undefined);
  const notesScale = signal(1);
  const typed = signal('');
  return {
    ...readonly({ watch, targetMinutes, slideSince, notesScale, typed }),
    begin: (now: number): void => {
      batch(() => {
        watch.value = startedAt(now);
        typed.value = '';
      });
    },
    noteSlide: (now: number): void => {
      batch(() => {
        slideSince.value = now;
        typed.value = '';
      });
    },
    toggleWatch: (now: number): void => {
      watch.value = toggled(watch.value, now);
    },
    resetWatch: (now: number): void => {
      watch.value = { ranMs: 0, since: watch.value.since === undefined ? undefined : now };
    },
    aimFor: (minutes: number | undefined): void => {
      targetMinutes.value = minutes;
    },
    scaleNotes: (scale: number): void => {
      const [least, most] = NOTES_SCALES;
      notesScale.value = Math.min(most, Math.max(least, scale));
    },
    typeDigit: (digit: string): void => {
      typed.value = `${typed.value}${digit}`.slice(-MOST_DIGITS);
    },
    clearTyped: (): void => {
      typed.value = '';
    },
  };
}
