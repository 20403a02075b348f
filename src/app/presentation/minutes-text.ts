import type { CoastStatus } from '../../domain/coast-status.ts';
import type { Minute } from '../../domain/views/minute.ts';
import { textIn } from '../../domain/views/saved-view.ts';
import { clockText } from '../../domain/views/stopwatch.ts';
import { coastNoticeText } from '../../ui/controls/coast-notice-text.ts';
import { formatMoment } from '../../ui/format-date.ts';
import type { I18n } from '../../ui/i18n.tsx';
import { minuteLabels } from '../../ui/views/minute-labels.ts';
import { type Meeting, type MeetingEntry, meetingsOf } from './meetings.ts';

/** What minutes are written from. */
export type MinutesPage = {
  readonly minutes: readonly Minute[];
  /** Its notice stands at the head. */
  readonly coastStatus: CoastStatus;
  readonly words: I18n;
  /** Pictures of views by number, as `data:` addresses. */
  readonly pictures?: ReadonlyMap<number, string>;
};

const LOOK =
  'body{font:16px/1.5 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}td,th{border-top:1px solid #ccc;padding:.4rem .8rem .4rem 0;vertical-align:top;text-align:start}td:last-child{white-space:nowrap}ul{margin:.2rem 0}img{display:block;width:15rem;border:1px solid #ccc}';

/** The minutes as a page of its own that asks for nothing, a part for each meeting. */
export function minutesAsHtml({
  minutes,
  coastStatus,
  words,
  pictures = new Map(),
}: MinutesPage): string {
  const { t, language } = words;
  const said = coastNoticeText(coastStatus, words);
  const notice = said === undefined ? '' : `<p><strong>${asHtml(said)}</strong></p>`;
  const parts = meetingsOf(minutes).map((meeting) => meetingAsHtml(meeting, words, pictures));
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<title>${asHtml(t('minutesTitle'))}</title>
<style>${LOOK}</style>
</head>
<body>
<h1>${asHtml(t('minutesTitle'))}</h1>
${notice}
${parts.join('\n')}
</body>
</html>
`;
}

function meetingAsHtml(
  meeting: Meeting,
  words: I18n,
  pictures: ReadonlyMap<number, string>,
): string {
  const { t, language } = words;
  const shown = new Set<number>();
  const rows = meeting.entries.map(({ minute, shownMs }) => {
    const { what, figures } = minuteLabels(minute, words);
    const list = figures.map((line) => `<li>${asHtml(line)}</li>`).join('');
    const picture = minute.kind === 'view' ? pictures.get(minute.number ?? 0) : undefined;
    const isFirst = minute.number !== undefined && !shown.has(minute.number);
    if (picture !== undefined && minute.number !== undefined) shown.add(minute.number);
    const image = picture !== undefined && isFirst ? `<img src="${asHtml(picture)}" alt="">` : '';
    const time = formatMoment(minute.at, language, 'seconds');
    return `<tr><td><time datetime="${asHtml(minute.at)}">${asHtml(time)}</time></td><td>${asHtml(what)}${list === '' ? '' : `<ul>${list}</ul>`}${image}</td><td>${shownMs === undefined ? '' : clockText(shownMs)}</td></tr>`;
  });
  const decisions = decisionsOf(meeting, words).map((line) => `<li>${asHtml(line)}</li>`);
  const decided =
    decisions.length === 0
      ? ''
      : `<h3>${asHtml(t('minutesDecisions'))}</h3><ul>${decisions.join('')}</ul>`;
  return `<h2>${asHtml(meetingName(meeting, words))}</h2>
${decided}
<table>
<tr><th>${asHtml(t('minutesTime'))}</th><th>${asHtml(t('minutesShown'))}</th><th>${asHtml(t('minutesLasted'))}</th></tr>
${rows.join('\n')}
</table>`;
}

/** The minutes as Markdown (CommonMark), a part for each meeting. */
export function minutesAsMarkdown({ minutes, coastStatus, words }: MinutesPage): string {
  const { t, language } = words;
  const lineOf = ({ minute, shownMs }: MeetingEntry): string => {
    const { what, figures } = minuteLabels(minute, words);
    const lasted = shownMs === undefined ? '' : ` (${clockText(shownMs)})`;
    return [
      `- **${formatMoment(minute.at, language, 'seconds')}** ${asMarkdown(what)}${lasted}`,
      ...figures.map((line) => `  - ${asMarkdown(line)}`),
    ].join('\n');
  };
  const parts = meetingsOf(minutes).flatMap((meeting) => {
    const decisions = decisionsOf(meeting, words).map((line) => `- ${asMarkdown(line)}`);
    return [
      `## ${asMarkdown(meetingName(meeting, words))}`,
      ...(decisions.length > 0 ? [`### ${t('minutesDecisions')}`, decisions.join('\n')] : []),
      meeting.entries.map(lineOf).join('\n'),
    ];
  });
  const said = coastNoticeText(coastStatus, words);
  const notice = said === undefined ? [] : [`> ${asMarkdown(said)}`];
  return `${[`# ${t('minutesTitle')}`, ...notice, ...parts].join('\n\n')}\n`;
}

/** A meeting by its deck, its beginning, and how long it took. */
export function meetingName({ title, at, lastedMs }: Meeting, { language }: I18n): string {
  const name = title === undefined ? '' : textIn(title, language);
  return [
    ...(name === '' ? [] : [name]),
    formatMoment(at, language),
    ...(lastedMs === undefined ? [] : [clockText(lastedMs)]),
  ].join(' · ');
}

function decisionsOf({ entries }: Meeting, { language }: I18n): readonly string[] {
  return entries.flatMap(({ minute: { kind, title, number } }) =>
    kind === 'decision' && title !== undefined
      ? [`${textIn(title, language)}${number === undefined ? '' : ` (${number})`}`]
      : [],
  );
}

/** Text between tags or in quotes, whatever it holds: titles come from people and files. */
function asHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Text in one line that Markdown leaves as it is. */
function asMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|!]/g, '\\$&');
}
