import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { ActivityEntry } from '../../domain/views/activity.ts';
import { useVirtualRows } from '../controls/virtual-rows.ts';
import { formatMoment } from '../format-date.ts';
import { useI18n } from '../i18n.tsx';
import { activityInWords, type NameOfStretch } from './activity-words.ts';

/** Height of an entry in pixels: two lines and their space; `activity.css` has the same. */
const ROW = 56;

/** What was changed and when, the newest first; folded until the user asks for it. */
export function ActivityList({
  entries,
  nameOf,
  onSave,
}: {
  readonly entries: readonly ActivityEntry[];
  readonly nameOf: NameOfStretch;
  readonly onSave: () => void;
}): JSX.Element {
  const { t } = useI18n();
  return (
    <details class="data-sheet">
      <summary>
        <span>{t('activityTitle')}</span>
        <span class="count">{entries.length}</span>
      </summary>
      {entries.length === 0 ? (
        <p class="quiet">{t('activityNone')}</p>
      ) : (
        <>
          <button type="button" class="text-button" onClick={onSave}>
            {t('activitySave')}
          </button>
          <Entries entries={entries} nameOf={nameOf} />
        </>
      )}
    </details>
  );
}

function Entries({
  entries,
  nameOf,
}: {
  readonly entries: readonly ActivityEntry[];
  readonly nameOf: NameOfStretch;
}): JSX.Element {
  const words = useI18n();
  const { t, language } = words;
  const scroller = useRef<HTMLDivElement>(null);
  const count = entries.length;
  const rows = useVirtualRows(scroller, { count, rowHeight: ROW, headHeight: 0 });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls can be reached by keys
    <section ref={scroller} class="activity" tabIndex={0} aria-label={t('activityTitle')}>
      <ol style={{ paddingBlock: `${rows.above}px ${rows.below}px` }}>
        {rows.items.map(({ index }) => {
          const entry = entries[count - 1 - index];
          if (entry === undefined) return null;
          const { at, what } = entry;
          const { from, to } = activityInWords(entry, nameOf, words);
          const change = `${from || '–'} → ${to || '–'}`;
          return (
            <li key={`${at}-${index}`} aria-setsize={count} aria-posinset={index + 1}>
              <div>
                <strong>{t(`activity_${what}`)}</strong>{' '}
                <time class="quiet" dateTime={at}>
                  {formatMoment(at, language, 'seconds')}
                </time>
              </div>
              <div class="activity__change" title={change}>
                {change}
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
