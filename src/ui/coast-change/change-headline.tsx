import type { JSX } from 'preact';
import { REASON_LABELS } from '../../domain/coast-change/change-symbols.ts';
import { decisiveReason } from '../../domain/coast-change/stretches-behind.ts';
import { useI18n } from '../i18n.tsx';
import type { ChangeResult, ShownScope } from './change-result.ts';
import { pointsText, ratioText } from './change-words.ts';

/** The ratio before and after, how far it changed and what decides that. */
export function ChangeHeadline({
  result,
  shown: { figures, scope },
  name,
}: {
  readonly result: ChangeResult;
  readonly shown: ShownScope;
  /** The zone; undefined for the whole coast. */
  readonly name: string | undefined;
}): JSX.Element {
  const { t, pick, language } = useI18n();
  const { before, after, change } = figures;
  const where = [name ?? t('coastChangeScope'), t(`realm_${scope.realm}`)].join(' · ');
  if (change.ratio === undefined) {
    const side = before.ratio === undefined ? 'before' : 'after';
    const values = { name: pick(result.sides[side].title), scope: where };
    return <p>{t('coastChangeNoRatio', values)}</p>;
  }
  const reason = decisiveReason(change);
  const part = change.parts.find(({ kind }) => kind === reason);
  return (
    <>
      <p class="quiet">{where}</p>
      <p class="coast-change__headline">
        <strong>
          {t('coastChangeHeadline', {
            before: ratioText(before.ratio, language),
            after: ratioText(after.ratio, language),
          })}
        </strong>{' '}
        {reason !== undefined && (
          <span>{t('coastChangePoints', { points: pointsText(change.ratio, language) })}</span>
        )}
      </p>
      <p>
        {reason === undefined
          ? t('coastChangeSame')
          : t('coastChangeDecides', {
              reason: pick(REASON_LABELS[reason]),
              points: pointsText(part?.ratio, language),
            })}
      </p>
    </>
  );
}
