import type { AuditAnswer } from '../../domain/audit/audit-question.ts';
import type { Language } from '../../domain/bilingual.ts';

/** The contents of a bundle's README. */
export type ReadmeSource = {
  readonly answer: AuditAnswer;
  /** The headline as a sentence, with data versions, date and the illustration notice. */
  readonly sentence: string;
  readonly inputs: readonly { readonly name: string; readonly sha256: string }[];
  /** Names inside the bundle: the coast that gives the figures, and the zones. */
  readonly coastline: string;
  readonly zones: readonly string[];
  /** The number of features of the inputs that could not be used. */
  readonly setAside: number;
  readonly language: Language;
};

/** Returns the README of a bundle, as Markdown: its contents and how to reproduce the figures. */
export function bundleReadme(source: ReadmeSource): string {
  return source.language === 'zh' ? inChinese(source) : inEnglish(source);
}

function inEnglish(source: ReadmeSource): string {
  const { answer, sentence, coastline, zones } = source;
  const { settings, audit } = answer;
  const isDrawn = settings.toleranceM === 0;
  return `# Audit of the natural coastline

${sentence}

Realm: ${settings.realm}. Counted as kept: ${settings.numerator}. Trace: ${isDrawn ? 'as drawn' : `generalised at ${settings.toleranceM} m`}.

## What is inside

- \`inputs/\`: the files as they were read
- \`coastline-edited.geojson\`: the coastline with every change of class, and the change log
${isDrawn ? '' : '- `coastline-generalised.geojson`: the same with fewer corners, as these figures count it\n'}- \`rule.json\`: the counting rule in force
- \`result.json\`: every figure at full precision, on the ellipsoid and with Turf
- \`evidence.csv\`: each stretch inside each zone, in metres

## Data versions (SHA-256)

${versions(source)}

## How to come to the same figures

With Coastplan, in its folder; \`BUNDLE\` stands for the folder of this file:

${command(source)}
${
  isDrawn
    ? ''
    : '\nLengths and ratios come out the same. The band differs in its part for the level of detail, as the\ncoast as drawn is not in the generalised file.\n'
}${zones.length > 1 ? '\nThe command takes one file of zones: first join the features of all zone files in one.\n' : ''}
With QGIS: load \`${coastline}\` and ${nameList(zones, ', ')}. In the project's properties (General) choose
the ellipsoid CGCS2000 (EPSG:1024), or own parameters with semi-axes 6378137 m and 6356752.3141 m,
and metres. Run "Intersection" (Vector, Geoprocessing Tools) with the coastline as input and the
zones as overlay; add a field \`length_m\` with the expression \`$length\`; add it up by zone and class
("Statistics by categories"). Coast that runs exactly along a zone's boundary may come out otherwise:
the audit counts it as the zone's.

With PROJ, edge by edge: a line of \`latitude longitude latitude longitude\` for each, given to

    geod +a=6378137 +rf=298.257222101 -I -F %.6f

prints two azimuths and the distance in metres. The whole coast audited here is
${audit.overall.totalM.toFixed(3)} m long.
`;
}

function inChinese(source: ReadmeSource): string {
  const { answer, sentence, coastline, zones } = source;
  const { settings, audit } = answer;
  const isDrawn = settings.toleranceM === 0;
  return `# 自然岸线核算

${sentence}

岸线范围：${settings.realm}。计入口径：${settings.numerator}。岸线详略：${isDrawn ? '原图' : `按 ${settings.toleranceM} m 概化`}。

## 内容

- \`inputs/\`：所读取的原始文件
- \`coastline-edited.geojson\`：含全部类型更改及更改记录的岸线
${isDrawn ? '' : '- `coastline-generalised.geojson`：概化后的岸线，即本次数字所依据的线\n'}- \`rule.json\`：所用计算规则
- \`result.json\`：全部数字（全精度），椭球面与 Turf 球面各一套
- \`evidence.csv\`：各区段内每段岸线及其长度（米）

## 数据版本（SHA-256）

${versions(source)}

## 如何复核

用 Coastplan，在其目录下运行；\`BUNDLE\` 代表本文件所在目录：

${command(source)}
${
  isDrawn ? '' : '\n长度与保有率应一致；区间中“详略”一项会不同，因为概化文件里没有原图岸线。\n'
}${zones.length > 1 ? '\n命令只接受一个区段文件：请先把各区段文件的要素合并为一个。\n' : ''}
用 QGIS：载入 \`${coastline}\` 和 ${nameList(zones, '、')}；在工程属性“常规”中把椭球设为 CGCS2000
（EPSG:1024），或自定义半轴 6378137 m 与 6356752.3141 m，单位为米；以岸线为输入、区段为叠加运行
“相交”（矢量 → 地理处理工具）；新建字段 \`length_m\`，表达式为 \`$length\`；按区段和类型求和
（“按类别统计”）。正好沿区段边界的岸线可能不同：本核算把它归入该区段。

用 PROJ 逐边核对：每条边一行“纬度 经度 纬度 经度”，输入

    geod +a=6378137 +rf=298.257222101 -I -F %.6f

输出两个方位角和以米计的距离。本次核算的岸线全长 ${audit.overall.totalM.toFixed(3)} m。
`;
}

function versions({ inputs }: ReadmeSource): string {
  return inputs.map(({ name, sha256 }) => `- ${name}: ${sha256}`).join('\n');
}

function command({ answer, coastline, zones, setAside }: ReadmeSource): string {
  const [file = ''] = zones;
  const lines = [
    `    npm run --silent audit -- --coastline BUNDLE/${coastline}`,
    `      --zones BUNDLE/${file} --rule BUNDLE/rule.json`,
    `      --realm ${answer.settings.realm} --format json${setAside > 0 ? ' --set-aside' : ''}`,
  ];
  return lines.join(' \\\n');
}

function nameList(names: readonly string[], separator: string): string {
  return names.map((name) => `\`${name}\``).join(separator);
}
