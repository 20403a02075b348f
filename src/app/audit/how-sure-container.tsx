import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { AuditAnswer } from '../../domain/audit/audit-question.ts';
import { withMeasuredTolerance } from '../../domain/audit/audit-settings.ts';
import { setAsideLength } from '../../domain/audit/provisional-reason.ts';
import { reasonOf } from '../../domain/result.ts';
import { seededRandom } from '../../domain/uncertainty/random.ts';
import { answerSample, type DrawnSample } from '../../domain/uncertainty/sample-answers.ts';
import { type SamplingPlan, samplePoints } from '../../domain/uncertainty/sampling-plan.ts';
import { HowSure, type HowSureState, type VisitFormat } from '../../ui/uncertainty/how-sure.tsx';
import type { AnswersState } from '../../ui/uncertainty/sample-answers-box.tsx';
import type { Controller } from '../state/controller.ts';
import { attempt } from '../workers/use-task.ts';

/** What was found, and the answer of the audit that it is about. */
type Asked = { readonly answer: AuditAnswer; readonly state: HowSureState };

const WAITING: HowSureState = { kind: 'waiting' };

/** Asks the worker how sure the figures are that the panel shows, and again whenever they change. */
export function HowSureContainer({
  controller,
  answer,
}: {
  readonly controller: Controller;
  readonly answer: AuditAnswer;
}): JSX.Element {
  const { model } = controller;
  const asked = useSignal<Asked | undefined>(undefined);
  useEffect(() => {
    const stop = new AbortController();
    const rule = model.audit.rule.peek() ?? answer.audit.rule;
    const question = {
      rule,
      choices: withMeasuredTolerance(model.audit.choices.peek(), rule),
      log: answer.log,
      setAsideM: setAsideLength(answer.reasons ?? [], answer.settings.realm),
    };
    controller
      .engines()
      .then(({ client }) => client.assess(question, { signal: stop.signal }))
      .then(
        (found) => {
          if (!stop.signal.aborted) asked.value = { answer, state: { kind: 'ready', found } };
        },
        (cause: unknown) => {
          if (!stop.signal.aborted)
            asked.value = { answer, state: { kind: 'failed', reason: reasonOf(cause) } };
        },
      );
    return () => stop.abort();
  }, [controller, answer]);
  const segments = model.plan.segments.value;
  const state = asked.value?.answer === answer ? asked.value.state : WAITING;
  const answers = useSignal<AnswersState>({ kind: 'none' });
  const current = useRef(answer);
  current.current = answer;
  // Answers are to a sample of the coast as it was then.
  useEffect(() => {
    answers.value = { kind: 'none' };
  }, [answer]);
  const drawn = (plan: SamplingPlan): DrawnSample['points'] =>
    samplePoints(plan, answer.audit.pieces, {
      segments: new Map(segments.map((segment) => [segment.id, segment])),
      random: seededRandom(sampleSeed(plan.points, answer)),
    });
  const openAnswers = async (file: File): Promise<void> => {
    if (state.kind !== 'ready') return;
    const { sampling } = state.found;
    answers.value = { kind: 'reading', file: file.name };
    const { openFieldSheet } = await import('./open-field-sheet.ts');
    const opened = await openFieldSheet({ name: file.name, blob: file });
    if (current.current !== answer) return;
    if (opened.kind !== 'open') {
      answers.value = opened;
      return;
    }
    const { overall } = answer.audit;
    const samples = sampling.map((plan) => ({ plan, points: drawn(plan) }));
    const given = answerSample(opened.sheet.rows, samples, overall.counting);
    answers.value =
      typeof given === 'string'
        ? { kind: 'unknown', file: file.name, why: given }
        : { kind: 'answered', file: file.name, answers: given, mapped: overall.ratio };
  };
  const save = (name: string, format: VisitFormat, of: 'survey' | number): void => {
    if (state.kind !== 'ready') return;
    const { found } = state;
    void attempt(model.page.showMessage, async () => {
      const [{ sampleTable, surveyTable, visitFile }, { saveFile }, { today }] = await Promise.all([
        import('../../data/uncertainty/visit-lists.ts'),
        import('../persistence/save-file.ts'),
        import('../persistence/save-and-open.ts'),
      ]);
      const plan = of === 'survey' ? undefined : found.sampling[of];
      const table =
        plan === undefined ? surveyTable(found, segments) : sampleTable(drawn(plan), segments);
      const { text, type } = visitFile(table, format);
      const file = `${name}-${today(new Date())}.${format}`;
      saveFile(file, text, type);
      return { key: 'saved', values: { file } };
    });
  };
  return (
    <HowSure
      state={state}
      segments={segments}
      zones={model.plan.zones.value}
      theme={model.page.theme.value}
      answers={answers.value}
      onSelect={controller.selectAndShow}
      onSaveSurvey={(format) => save('survey-first', format, 'survey')}
      onSaveSample={(index, format) => save('sample', format, index)}
      onOpenAnswers={(file) => void openAnswers(file)}
      onCloseAnswers={() => {
        answers.value = { kind: 'none' };
      }}
    />
  );
}

/** The same coast and size give the same sample to anyone. */
function sampleSeed(points: number, { audit }: AuditAnswer): string {
  const stretches = audit.pieces.map(
    ({ segmentId, lengthM }) => `${segmentId} ${lengthM.toFixed(3)}`,
  );
  return [`sample of ${points}`, ...stretches.toSorted()].join('\n');
}
