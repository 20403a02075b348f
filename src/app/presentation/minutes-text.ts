import type { CoastStatus } from '../../domain/coast-status.ts';
import type { Minute } from '../../domain/views/minute.ts';
import { coastNoticeText } from '../../ui/controls/coast-notice-text.ts';
import { formatMoment } from '../../ui/format-date.ts';
import type { I18n } from '../../ui/i18n.tsx';
import { minuteLabels } from '../../ui/views/minute-labels.ts';

/** What minutes are written from. */
export type MinutesPage = {
  readonly minutes: readonly Minute[];
  /** Its notice stands at the head. */
  readonly coastStatus: CoastStatus;
  readonly words: I18n;
};

/** The minutes as a page of its own that asks for nothing. */
export function minutesAsHtml({ minutes, coastStatus, words }: MinutesPage): string {
  const { t, language } = words;
  const rows = minutes.map((minute) => {
    const { what, figures } = minuteLabels(minute, words);
    const list = figures.map((line) => `<li>${asHtml(line)}</li>`).join('');
    return `<tr><td><time datetime="${asHtml(minute.at)}">${asHtml(formatMoment(minute.at, language, 'seconds'))}</time></td><td>${asHtml(what)}${list === '' ? '' : `<ul>${list}</ul>`}</td></tr>`;
  });
  const said = coastNoticeText(coastStatus, words);
  const notice = said === undefined ? '' : `<p><strong>${asHtml(said)}</strong></p>`;
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${asHtml(t('minutesTitle'))}</title>
<style>body{font:16px/1.5 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse}td{border-top:1px solid #ccc;padding:.4rem .8rem .4rem 0;vertical-align:top}ul{margin:.2rem 0}</style>
</head>
<body>
<h1>${asHtml(t('minutesTitle'))}</h1>
${notice}
<table>
${rows.join('\n')}
</table>
</body>
</html>
`;
}

/** The minutes as Markdown (CommonMark). */
export function minutesAsMarkdown({ minutes, coastStatus, words }: MinutesPage): string {
  const { t, language } = words;
  const entries = minutes.map((minute) => {
    const { what, figures } = minuteLabels(minute, words);
    const lines = figures.map((line) => `  - ${asMarkdown(line)}`);
    return [
      `- **${formatMoment(minute.at, language, 'seconds')}** ${asMarkdown(what)}`,
      ...lines,
    ].join('\n');
  });
  const said = coastNoticeText(coastStatus, words);
  const notice = said === undefined ? [] : [`> ${asMarkdown(said)}`];
  return `${[`# ${t('minutesTitle')}`, ...notice, entries.join('\n')].join('\n\n')}\n`;
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
