import { type ImportIssue, issue } from '../raw-dataset.ts';

/** A text of KML or GPX made ready for its parser, and what the parser would pass over without a word. */
export type PreparedXml = { readonly text: string; readonly issues: readonly ImportIssue[] };

const NUMBER = String.raw`[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?`;
const TUPLE = new RegExp(`^${NUMBER},${NUMBER}(?:,(?:${NUMBER})?)?$`, 'i');
const TRACK_TUPLE = new RegExp(String.raw`^${NUMBER}\s+${NUMBER}(?:\s+${NUMBER})?$`, 'i');

/**
 * Prepares KML: a prefix of its own namespace is taken off, and blanks around the commas of positions, which the
 * standard forbids and people write. Positions that are none, and a file that is cut off, are told.
 */
export function prepareKml(given: string): PreparedXml {
  const prefix = /<(\w+):kml[\s>]/i.exec(given.slice(0, 4000))?.[1];
  const text =
    prefix === undefined ? given : given.replace(new RegExp(`(<\\/?)${prefix}:`, 'g'), '$1');
  const wrong: string[] = [];
  const plain = text
    .replace(/(<coordinates\b[^>]*>)([^<]*)/gi, (_, tag: string, body: string) => {
      const joined = body.replace(/\s*,\s*/g, ',').trim();
      for (const tuple of joined === '' ? [] : joined.split(/\s+/))
        if (!TUPLE.test(tuple)) wrong.push(tuple);
      return `${tag}${joined}`;
    })
    .replace(/(<gx:coord\b[^>]*>)([^<]*)/gi, (whole, _, body: string) => {
      if (!TRACK_TUPLE.test(body.trim())) wrong.push(body.trim());
      return whole;
    });
  return { text: plain, issues: [...cutIssues(text, 'kml'), ...wrongIssues(wrong)] };
}

/** Prepares GPX: points whose latitude or longitude is no number, and a file that is cut off, are told. */
export function prepareGpx(text: string): PreparedXml {
  const wrong = [...text.matchAll(/<(?:\w+:)?(?:trkpt|rtept|wpt)\b([^>]*)/gi)].flatMap(
    ([, attributes = '']) => {
      const read = (name: string): string =>
        new RegExp(String.raw`\b${name}\s*=\s*["']\s*([^"']*?)\s*["']`, 'i').exec(
          attributes,
        )?.[1] ?? '';
      const [lat, lon] = [read('lat'), read('lon')];
      return TUPLE.test(`${lon},${lat}`) ? [] : [`${lon},${lat}`];
    },
  );
  return { text, issues: [...cutIssues(text, 'gpx'), ...wrongIssues(wrong)] };
}

/** A parser of XML mends a missing end by itself, and what stood there is missing. */
function cutIssues(text: string, root: 'kml' | 'gpx'): readonly ImportIssue[] {
  const end = text.slice(-2000).replace(/<!--[\s\S]*?-->/g, '');
  if (new RegExp(String.raw`</(?:\w+:)?${root}\s*>\s*\0*$`, 'i').test(end)) return [];
  return [
    issue(
      'file-truncated',
      'error',
      {
        zh: `文件不完整：结尾没有 </${root}>，其后的内容缺失。`,
        en: `the file is cut off: it does not end in </${root}>, and what follows is missing.`,
      },
      { zh: '重新复制或导出该文件。', en: 'Copy or export the file again.' },
    ),
  ];
}

function wrongIssues(wrong: readonly string[]): readonly ImportIssue[] {
  const [first] = wrong;
  if (first === undefined) return [];
  return [
    issue(
      'coordinate-unread',
      'error',
      {
        zh: `${wrong.length} 个坐标读不懂，未读入，如“${first.slice(0, 40)}”；所在的线或面因此少了点。`,
        en: `${wrong.length} positions are not understood and were left out, such as "${first.slice(0, 40)}"; their lines or areas lack them.`,
      },
      {
        zh: '写成“经度,纬度”，之间用空格隔开。',
        en: 'Write longitude,latitude with blanks between positions.',
      },
    ),
  ];
}
