import type { JSX } from 'preact';
import { type Bilingual, NO_TEXT } from '../../domain/bilingual.ts';
import type { Position } from '../../domain/geometry.ts';
import type { SlideSubject } from '../../domain/views/slide-subject.ts';
import { BilingualField } from '../controls/bilingual-field.tsx';
import { Checkbox } from '../controls/checkbox.tsx';
import { Choice } from '../controls/choice.tsx';
import { useI18n } from '../i18n.tsx';

/** Lists of a subject that hold ids. */
export type SubjectList = 'layers' | 'features' | 'zones';

/** Something a slide is about, or could be. */
export type SubjectPart = {
  readonly list: SubjectList;
  readonly id: string;
  /** Undefined when the plan has nothing of this id any more. */
  readonly name: Bilingual | undefined;
};

/** What can be said of the map as it stands. */
export type SubjectEditorProps = {
  readonly subject: SlideSubject;
  readonly parts: readonly SubjectPart[];
  /** What is selected; undefined when nothing is, or it is part of the subject already. */
  readonly selected: SubjectPart | undefined;
  /** The line of the selected stretch of coast. */
  readonly selectedLine: readonly Position[] | undefined;
  /** Layers that are not part of the subject. */
  readonly otherLayers: readonly SubjectPart[];
  /** Where a new call-out stands: at the middle of the map. */
  readonly middle: () => Position;
  readonly onChange: (subject: SlideSubject) => void;
};

/** What the slide of a view is about: drawn in full colour and named, while all else is pale. */
export function SubjectEditor(props: SubjectEditorProps): JSX.Element {
  const { t } = useI18n();
  const { subject, onChange } = props;
  return (
    <details class="view-editor__texts">
      <summary>{t('slideSubject')}</summary>
      <p class="quiet">{t('slideSubjectHint')}</p>
      <SubjectParts {...props} />
      <Checkbox
        class="checkbox--small"
        label={t('slideVerdicts')}
        isChecked={subject.hasVerdicts === true}
        onChange={(hasVerdicts) => onChange({ ...subject, hasVerdicts })}
      />
      <SubjectStretch {...props} />
      <SubjectCallouts {...props} />
    </details>
  );
}

function SubjectParts({
  subject,
  parts,
  selected,
  otherLayers,
  onChange,
}: SubjectEditorProps): JSX.Element {
  const { t, language } = useI18n();
  const nameOf = ({ id, name }: SubjectPart): string =>
    name === undefined ? t('slideSubjectGone', { id }) : name[language];
  const add = ({ list, id }: SubjectPart): void =>
    onChange({ ...subject, [list]: [...(subject[list] ?? []), id] });
  return (
    <>
      {parts.length > 0 && (
        <ul class="subject-parts">
          {parts.map((part) => (
            <li key={`${part.list} ${part.id}`}>
              <span>{nameOf(part)}</span>
              <button
                type="button"
                class="link-button"
                aria-label={t('slideSubjectRemove', { name: nameOf(part) })}
                onClick={() =>
                  onChange({
                    ...subject,
                    [part.list]: subject[part.list]?.filter((id) => id !== part.id),
                  })
                }
              >
                {t('remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <button
        type="button"
        class="text-button"
        disabled={selected === undefined}
        onClick={() => selected && add(selected)}
      >
        {selected === undefined
          ? t('slideSubjectSelect')
          : t('slideSubjectAdd', { name: nameOf(selected) })}
      </button>
      <Choice
        label={t('slideSubjectLayer')}
        none={t('slideSubjectLayerNone')}
        options={otherLayers.map((layer) => [layer.id, nameOf(layer)] as const)}
        onChoose={(id) => add({ list: 'layers', id, name: undefined })}
      />
    </>
  );
}

function SubjectStretch({ subject, selectedLine, onChange }: SubjectEditorProps): JSX.Element {
  const { t } = useI18n();
  const { stretch, ...withoutStretch } = subject;
  if (stretch === undefined) {
    return (
      <button
        type="button"
        class="text-button"
        disabled={selectedLine === undefined}
        onClick={() =>
          selectedLine && onChange({ ...subject, stretch: { line: selectedLine, text: NO_TEXT } })
        }
      >
        {t(selectedLine === undefined ? 'slideStretchSelect' : 'slideStretchMark')}
      </button>
    );
  }
  return (
    <fieldset class="subject-text">
      <legend>{t('slideStretch')}</legend>
      <BilingualField
        of="callout"
        text={stretch.text}
        onChange={(text) => onChange({ ...subject, stretch: { ...stretch, text } })}
      />
      <button type="button" class="link-button" onClick={() => onChange(withoutStretch)}>
        {t('slideStretchRemove')}
      </button>
    </fieldset>
  );
}

function SubjectCallouts({ subject, middle, onChange }: SubjectEditorProps): JSX.Element {
  const { t } = useI18n();
  const { callouts = [] } = subject;
  return (
    <>
      {callouts.map((callout, index) => (
        <fieldset key={index} class="subject-text">
          <legend>{t('slideCallout', { number: index + 1 })}</legend>
          <BilingualField
            of="callout"
            text={callout.text}
            onChange={(text) =>
              onChange({ ...subject, callouts: callouts.with(index, { ...callout, text }) })
            }
          />
          <div class="button-row">
            <button
              type="button"
              class="link-button"
              onClick={() =>
                onChange({
                  ...subject,
                  callouts: callouts.with(index, { ...callout, at: middle() }),
                })
              }
            >
              {t('slideCalloutMove')}
            </button>
            <button
              type="button"
              class="link-button"
              onClick={() => onChange({ ...subject, callouts: callouts.toSpliced(index, 1) })}
            >
              {t('slideCalloutRemove')}
            </button>
          </div>
        </fieldset>
      ))}
      <button
        type="button"
        class="text-button"
        onClick={() =>
          onChange({ ...subject, callouts: [...callouts, { at: middle(), text: NO_TEXT }] })
        }
      >
        {t('slideCalloutAdd')}
      </button>
    </>
  );
}
