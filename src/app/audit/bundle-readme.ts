import type { Counting } from '../../domain/audit/audit.ts';
import type { AuditAnswer } from '../../domain/audit/audit-question.ts';
import type { Language } from '../../domain/bilingual.ts';
import { COASTLINE_CLASSES } from '../../domain/coastline.ts';

/** The contents of a bundle's README. */
export type ReadmeSource = {
  readonly answer: AuditAnswer;
  readonly planTitle: string;
  /** The headline as a sentence, with data versions, date and the illustration notice. */
  readonly sentence: string;
  /** Every file of the bundle but this one. */
  readonly versions: readonly { readonly name: string; readonly sha256: string }[];
  /** Names inside the bundle: the coast that gives the figures, and the zones. */
  readonly coastline: string;
  readonly zones: readonly string[];
  /** A zone's name in the language of the README. */
  readonly zoneName: (id: string) => string;
  /** The number of features of the inputs that could not be used. */
  readonly setAside: number;
  /** Whether data of the user are among the inputs. */
  readonly hasLineage: boolean;
  /** Whether there are photos from the field. */
  readonly hasPhotos: boolean;
  /** Realm, numerator and estuary rule in the words of the page. */
  readonly counted: {
    readonly realm: string;
    readonly numerator: string;
    readonly estuary: string;
  };
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
  const trace = isDrawn ? 'as drawn' : `generalised at ${settings.toleranceM} m`;
  const generalised = isDrawn
    ? ''
    : '- `coastline-generalised.geojson`: the same with fewer corners, as these figures count it\n';
  const otherBand = isDrawn
    ? ''
    : '\nLengths and ratios come out the same. The band differs in its part for the level of detail, as the\ncoast as drawn is not in the generalised file.\n';
  const lineage = source.hasLineage
    ? '- `inputs/*.lineage.json`, `*.mapping.json`: where imported data came from, who decided what of them, and how their\n  fields were read. The file of the same name with `.geojson` is what was made of them and counted\n'
    : '';
  const photos = source.hasPhotos
    ? '- `photos.json`, `photos/`: photos from the field with stretch, place, bearing and time. Pictures are scaled to at most\n  1600 pixels; `sha256` is the hash of the original, which is not here\n'
    : '';
  const join =
    zones.length > 1
      ? '\nThe command takes one file of zones: first join the features of all zone files in one.\n'
      : '';
  const wanted = selection(answer);
  const select =
    wanted === undefined
      ? 'All features of the coastline count: select none, or all.'
      : `Select the features of the coastline that count (Select Features by Expression):\n\n       ${wanted}\n\n   Other coast inside a zone is not in its figures.`;
  const selected = wanted === undefined ? '' : ' (selected features only)';
  const holding = wanted === undefined ? '' : ` for which \`${wanted}\` holds`;
  const classless = audit.overall.unclassifiedM > 0 ? ', and coast without a class' : '';
  const unusable =
    source.setAside > 0
      ? ' Features of the inputs that could not be used are\nin none of these figures; a zone among them has no row.'
      : '';
  return `# Audit of the natural coastline

${source.planTitle}

${sentence}

Coast: ${source.counted.realm}. Counted as kept: ${source.counted.numerator}. Estuaries: ${source.counted.estuary}. Trace: ${trace}.

## What is inside

- \`inputs/\`: the files as they were read, byte for byte
${lineage}- \`coastline-edited.geojson\`: the coastline with every change of class, and the change log
${generalised}- \`rule.json\`: the counting rule in force
- \`result.json\`: every figure at full precision, on the ellipsoid and with Turf; the command below gives the same
  and adds \`uncertainty\`
- \`evidence.csv\`: each stretch inside each zone, in metres; text that a spreadsheet would take for a
  formula has an apostrophe before it
${photos}- \`SHA256SUMS\`: the hashes below, for \`sha256sum -c SHA256SUMS\` in this folder

## Data versions (SHA-256)

${versionList(source)}

## How to come to the same figures

With Coastplan, in its folder; \`BUNDLE\` stands for the folder of this file:

${command(source)}
${otherBand}${join}
With QGIS:

1. Load \`${coastline}\` and ${nameList(zones, ', ')}. In the properties of the project (General) choose the
   ellipsoid CGCS2000 (EPSG:1024), or own parameters with semi-axes 6378137 m and 6356752.3141 m, and
   metres.
2. ${select}
3. Run "Intersection" (Vector, Geoprocessing Tools) with the coastline as input${selected}
   and the zones as overlay.
4. Add a field \`length_m\` with the expression \`$length\`, and add it up by zone (\`id_2\`, the \`id\` of the
   overlay) and \`class\` ("Statistics by categories").
5. Natural: ${classesOf(answer, 'natural')}. Restored: ${classesOf(answer, 'restored')}. In the total only:
   ${classesOf(answer, 'total-only')}${classless}. Ratio = (natural + restored) / total.

The figures to compare with, in metres:

${zoneTable(source, ['zone', 'id', 'total', 'natural', 'restored'])}

The last row is the whole coast that counts, inside a zone or not.${unusable}

With PROJ, edge by edge. The edges are the lines between consecutive positions of the features of
\`${coastline}\`${holding}; where the boundary of a zone crosses an edge, the crossing divides
it. A line of \`latitude longitude latitude longitude\` for each, given to

    geod +a=6378137 +rf=298.257222101 -I -F %.6f

prints two azimuths and the distance in metres. All these edges together are
${audit.overall.totalM.toFixed(3)} m long.
`;
}

function inChinese(source: ReadmeSource): string {
  const { answer, sentence, coastline, zones } = source;
  const { settings, audit } = answer;
  const isDrawn = settings.toleranceM === 0;
  const trace = isDrawn ? '原图' : `按 ${settings.toleranceM} m 概化`;
  const generalised = isDrawn
    ? ''
    : '- `coastline-generalised.geojson`：概化后的岸线，即本次数字所依据的线\n';
  const otherBand = isDrawn
    ? ''
    : '\n长度与保有率应一致；区间中“详略”一项会不同，因为概化文件里没有原图岸线。\n';
  const photos = source.hasPhotos
    ? '- `photos.json`、`photos/`：外业照片及其岸线、位置、方位和时间；图像缩至 1600 像素以内，`sha256` 为原件校验值，原件不在此处\n'
    : '';
  const lineage = source.hasLineage
    ? '- `inputs/*.lineage.json`、`*.mapping.json`：导入数据的来源、各项决定由谁作出、字段如何对应；同名的 `.geojson` 是由此生成并参与计算的数据\n'
    : '';
  const join =
    zones.length > 1 ? '\n命令只接受一个区段文件：请先把各区段文件的要素合并为一个。\n' : '';
  const wanted = selection(answer);
  const select =
    wanted === undefined
      ? '岸线全部要素都计入：不必选择，或全选。'
      : `在岸线图层中选出计入的要素（按表达式选择要素）：\n\n       ${wanted}\n\n   区段内的其他岸线不在其数字之内。`;
  const selected = wanted === undefined ? '' : '（仅选中要素）';
  const holding = wanted === undefined ? '各要素' : `符合 \`${wanted}\` 的要素`;
  const classless = audit.overall.unclassifiedM > 0 ? '，以及没有类型的岸线' : '';
  const unusable =
    source.setAside > 0 ? '原始文件中无法使用的要素不在以上数字之内；其中的区段没有行。' : '';
  return `# 自然岸线核算

${source.planTitle}

${sentence}

岸线范围：${source.counted.realm}。计入口径：${source.counted.numerator}。河口：${source.counted.estuary}。岸线详略：${trace}。

## 内容

- \`inputs/\`：所读取的原始文件，逐字节不变
${lineage}- \`coastline-edited.geojson\`：含全部类型更改及更改记录的岸线
${generalised}- \`rule.json\`：所用计算规则
- \`result.json\`：全部数字（全精度），椭球面与 Turf 球面各一套；下列命令得到同样的数字，并另附 \`uncertainty\`（不确定度）
- \`evidence.csv\`：各区段内每段岸线及其长度（米）；会被电子表格当成公式的文字前加有撇号
${photos}- \`SHA256SUMS\`：下列校验值，可在本目录运行 \`sha256sum -c SHA256SUMS\` 核对

## 数据版本（SHA-256）

${versionList(source)}

## 如何复核

用 Coastplan，在其目录下运行；\`BUNDLE\` 代表本文件所在目录：

${command(source)}
${otherBand}${join}
用 QGIS：

1. 载入 \`${coastline}\` 和 ${nameList(zones, '、')}；在工程属性“常规”中把椭球设为 CGCS2000（EPSG:1024），
   或自定义半轴 6378137 m 与 6356752.3141 m，单位为米。
2. ${select}
3. 以岸线为输入${selected}、区段为叠加运行“相交”（矢量 → 地理处理工具）。
4. 新建字段 \`length_m\`，表达式为 \`$length\`；按区段（\`id_2\`，即叠加图层的 \`id\`）和 \`class\` 求和
   （“按类别统计”）。
5. 自然岸线：${classesOf(answer, 'natural')}；整治修复岸线：${classesOf(answer, 'restored')}；只计入总长：
   ${classesOf(answer, 'total-only')}${classless}。保有率 =（自然 + 整治修复）/ 总长。

用以对照的数字，单位米：

${zoneTable(source, ['区段', 'id', '总长', '自然', '整治修复'])}

最后一行是计入的全部岸线，不论是否在区段内。${unusable}

用 PROJ 逐边核对：边是 \`${coastline}\` 中${holding}相邻两点之间的线；区段边界穿过的边在交点处分开。
每条边一行“纬度 经度 纬度 经度”，输入

    geod +a=6378137 +rf=298.257222101 -I -F %.6f

输出两个方位角和以米计的距离。这些边全长 ${audit.overall.totalM.toFixed(3)} m。
`;
}

/** The features that count, as an expression of QGIS; undefined when all of them do. */
function selection({ settings, audit }: AuditAnswer): string | undefined {
  const excluded = COASTLINE_CLASSES.filter((name) => audit.rule.counting[name] === 'excluded');
  const clauses = [
    ...(settings.realm === 'all' ? [] : [`"realm" = '${settings.realm}'`]),
    ...(excluded.length === 0
      ? []
      : [
          `("class" IS NULL OR "class" NOT IN (${excluded.map((name) => `'${name}'`).join(', ')}))`,
        ]),
  ];
  return clauses.length === 0 ? undefined : clauses.join(' AND ');
}

function classesOf({ audit }: AuditAnswer, how: Counting): string {
  const names = COASTLINE_CLASSES.filter((name) => audit.rule.counting[name] === how);
  return names.map((name) => `\`${name}\``).join(', ') || '–';
}

function zoneTable(
  { answer: { audit }, zoneName }: ReadmeSource,
  head: readonly [string, string, string, string, string],
): string {
  // A name with a bar would end its cell.
  const row = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll(/[|\r\n]+/g, ' ')).join(' | ')} |`;
  const metres = (lengthM: number): string => lengthM.toFixed(3);
  return [
    row(head),
    '| --- | --- | ---: | ---: | ---: |',
    ...audit.zones.map(({ id, totalM, naturalM, restoredM }) =>
      row([zoneName(id), `\`${id}\``, ...[totalM, naturalM, restoredM].map(metres)]),
    ),
    row([
      '',
      '',
      ...[audit.overall.totalM, audit.overall.naturalM, audit.overall.restoredM].map(metres),
    ]),
  ].join('\n');
}

function versionList({ versions }: ReadmeSource): string {
  return versions.map(({ name, sha256 }) => `- ${name}: ${sha256}`).join('\n');
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
