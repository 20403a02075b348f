import type { ReadonlySignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { FileOrigin } from '../../domain/file-origin.ts';
import { Fact } from '../controls/fact.tsx';
import { formatMoment } from '../format-date.ts';
import { type I18n, useI18n } from '../i18n.tsx';

/** Each file of the plan that was read, by name, and whether it is the server's or a kept copy of when. */
export function FileOrigins({
  origins,
}: {
  readonly origins: ReadonlySignal<ReadonlyMap<string, FileOrigin>>;
}): JSX.Element {
  const words = useI18n();
  const { t } = words;
  const files = [...origins.value].sort(([one], [other]) => (one < other ? -1 : 1));
  const kept = files.filter(([, { kind }]) => kind === 'kept').length;
  return (
    <details class="data-sheet">
      <summary>
        <span>{t('originTitle')}</span>
        <span class="count">
          {kept > 0 ? t('originCountKept', { kept, count: files.length }) : files.length}
        </span>
      </summary>
      <p>{t('originSetNote')}</p>
      <dl class="facts">
        {files.map(([file, origin]) => (
          <Fact key={file} label={file}>
            {describe(origin, words)}
          </Fact>
        ))}
      </dl>
    </details>
  );
}

function describe(origin: FileOrigin, { t, language }: I18n): string {
  switch (origin.kind) {
    case 'network':
      return t('originNetwork', { date: formatMoment(origin.at, language) });
    case 'kept':
      return t('originKept', {
        date: formatMoment(origin.keptAt, language),
        why: t(`keptWhy_${origin.reason}`, { files: origin.about }),
      });
  }
}
