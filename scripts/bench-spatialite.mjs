/**
 * `npm run bench -- spatialite [rounds]`: the audit of 35 000 vertices and 240 zones by `npm run audit`, beside GDAL with
 * SpatiaLite and GEOS that answers the same question on the same files, in turns: metres of each class in each zone on the
 * ellipsoid. The sums of both are compared. Results go to `bench/RESULTS.md`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { middleAndSpread, recordResults, tableLines } from './bench-results.mjs';
import { projectFolder, stop } from './bootstrap.mjs';
import { toolScript } from './tools.mjs';

const SQL =
  'SELECT z.id AS zone, c.class AS class, SUM(ST_Length(ST_Intersection(c.geometry, z.geometry), 1)) AS metres ' +
  'FROM zones z JOIN coastline c ON c.rowid IN (SELECT rowid FROM SpatialIndex ' +
  "WHERE f_table_name = 'coastline' AND search_frame = z.geometry) " +
  'WHERE ST_Intersects(c.geometry, z.geometry) GROUP BY 1, 2';

/**
 * @param {number} rounds
 * @returns {boolean} whether the engine is faster than the query, and both agree
 */
export function benchSpatialite(rounds) {
  const tsx = toolScript('tsx');
  if (tsx === undefined) stop('tsx is not installed in this project.');
  const version = spawnSync('ogrinfo', ['--version'], { encoding: 'utf8' });
  if (version.status !== 0) stop('GDAL is not installed (Debian: apt-get install gdal-bin).');
  const folder = mkdtempSync(join(tmpdir(), 'coastplan-spatialite-'));
  const scripts = join(projectFolder, 'scripts', 'bench-audit');
  try {
    const node = (/** @type {readonly string[]} */ ...words) => run(process.execPath, words);
    node(tsx, join(scripts, 'write-district.ts'), folder);
    const [coastline = '', zones = ''] = ['coastline', 'zones'].map((role) =>
      join(folder, 'geodata', 'coast', `${role}.geojson`),
    );
    const database = join(folder, 'district.sqlite');
    const options = ['-f', 'SQLite', '-dsco', 'SPATIALITE=YES', '-nlt', 'PROMOTE_TO_MULTI'];
    const load = timed(() => {
      run('ogr2ogr', [...options, '-nln', 'coastline', database, coastline]);
      run('ogr2ogr', [...options, '-update', '-nln', 'zones', database, zones]);
    }).ms;
    const command = join(projectFolder, 'scripts', 'command.mjs');
    const audit = ['audit', '--coastline', coastline, '--zones', zones, '--realm', 'all'];
    const ask = () => node(command, ...audit, '--format', 'json');
    // The first run bundles the commands.
    const report = JSON.parse(ask());
    /** @type {{ command: number[], query: number[], engine: number[] }} */
    const times = { command: [], query: [], engine: [] };
    let answer = '';
    for (let round = 0; round < rounds; round += 1) {
      const turns = [
        () => times.command.push(timed(ask).ms),
        () => {
          const { ms, value } = timed(() => run('ogrinfo', ['-q', database, '-sql', SQL]));
          times.query.push(ms);
          answer = value;
        },
        () => {
          const { auditMs } = JSON.parse(
            node(tsx, join(scripts, 'engine-time.ts'), coastline, zones),
          );
          times.engine.push(auditMs);
        },
      ];
      for (const turn of round % 2 === 0 ? turns : turns.toReversed()) turn();
    }
    const theirs = [...answer.matchAll(/metres \(Real\) = ([\d.e+-]+)/g)].map(([, metres]) =>
      Number(metres),
    );
    const sum = theirs.reduce((total, metres) => total + metres, 0);
    /** @type {number} */
    const own = report.zones.reduce(
      (/** @type {number} */ total, /** @type {{ totalM: number }} */ { totalM }) => total + totalM,
      0,
    );
    const apart = Math.abs(own - sum) / sum;
    const start = middleAndSpread(
      Array.from({ length: rounds }, () => timed(() => run('ogrinfo', ['-q', database])).ms),
    ).middle;
    const query = middleAndSpread(times.query);
    const engine = middleAndSpread(times.engine);
    const whole = middleAndSpread(times.command);
    const cell = (/** @type {ReturnType<typeof middleAndSpread>} */ { middle, least, most }) =>
      `${middle.toFixed(0)} (${least.toFixed(0)}–${most.toFixed(0)})`;
    const gdal = version.stdout.split(',')[0] ?? 'GDAL';
    const lines = [
      `35 000 vertices, 240 zones; median of ${rounds} turns in ms and, in brackets, their spread. The query counts metres of each class in each zone, with its`,
      "spatial index; the audit does that, and the whole coast, coverage, band, three generalisations and Turf's sphere besides.",
      '',
      ...tableLines(
        ['', 'Coastplan', `${gdal} with SpatiaLite`, '×'],
        [
          [
            'engine alone',
            cell(engine),
            `${(query.middle - start).toFixed(0)} (query less its start of ${start.toFixed(0)})`,
            (engine.middle / (query.middle - start)).toFixed(2),
          ],
          [
            'command on GeoJSON, start and reading included',
            cell(whole),
            `${(query.middle + load).toFixed(0)} (query, and ${load.toFixed(0)} to load the files)`,
            (whole.middle / (query.middle + load)).toFixed(2),
          ],
          ['query of files that are loaded', '–', cell(query), ''],
        ],
      ),
      '',
      `Metres in all zones: ${own.toFixed(3)} and ${sum.toFixed(3)}, ${apart.toExponential(1)} apart.`,
    ];
    recordResults('npm run bench -- spatialite', lines);
    console.log(lines.join('\n'));
    return engine.middle <= query.middle - start && apart < 1e-6;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @template T
 * @param {() => T} work
 */
function timed(work) {
  const start = performance.now();
  const value = work();
  return { ms: performance.now() - start, value };
}

/**
 * @param {string} command
 * @param {readonly string[]} words
 * @returns {string} what it wrote
 */
function run(command, words) {
  const { status, stdout, stderr } = spawnSync(command, words, {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status === null || (status !== 0 && stdout === ''))
    stop(`${command} failed: ${stderr.slice(-500)}`);
  return stdout;
}
