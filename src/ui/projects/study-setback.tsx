import type { JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { STUDY_SETBACK_M } from '../../domain/conflicts/conflict.ts';
import { formatLength, UNITS } from '../format.ts';
import { useI18n } from '../i18n.tsx';

/** How often a moving slider reports its value, in milliseconds: browsers limit changes of the address. */
const TELL_EVERY = 150;

/** The distance to the coast that is studied: a slider with a number field. */
export function StudySetback({
  metres,
  onStudy,
}: {
  readonly metres: number;
  readonly onStudy: (metres: number) => void;
}): JSX.Element {
  const { t, language } = useI18n();
  const id = useId();
  const { least, most } = STUDY_SETBACK_M;
  const [shown, show] = useState(metres);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(metres);
  useEffect(() => show(metres), [metres]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const move = (next: number): void => {
    show(next);
    latest.current = next;
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      onStudy(latest.current);
    }, TELL_EVERY);
  };
  const enter = (input: HTMLInputElement): void => {
    const next = Math.round(Number(input.value));
    if (input.value !== '' && next >= least && next <= most) onStudy(next);
    else input.value = `${metres}`;
  };
  return (
    <div class="study-setback">
      <label for={id}>{t('studyDistance')}</label>
      <span class="study-setback__inputs">
        <input
          id={id}
          type="range"
          min={least}
          max={most}
          step={10}
          value={shown}
          aria-valuetext={formatLength(shown, language, 2)}
          onInput={({ currentTarget: { value } }) => move(Number(value))}
        />
        <input
          type="number"
          min={least}
          max={most}
          step={1}
          value={shown}
          aria-label={t('studyNumber')}
          onChange={({ currentTarget }) => enter(currentTarget)}
        />
        <span aria-hidden="true">{UNITS.metre[language]}</span>
      </span>
    </div>
  );
}
