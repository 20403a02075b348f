import type { Position } from 'geojson';
import { xmlText } from '../../domain/file-text.ts';
import { cellText, type ExportTable, simpleParts } from './export-table.ts';
import { plain } from './geometry-wkt.ts';

/**
 * Writes a table as GPX 1.1 (Topografix): points as waypoints, lines as tracks with a waypoint in their middle, since
 * receivers navigate to waypoints. The name is the first cell, and all others are the description. Areas are left out.
 */
export function writeGpx({ title, fields, rows }: ExportTable): string {
  const places: string[] = [];
  const tracks: string[] = [];
  for (const { geometry, cells } of rows) {
    const [name, ...others] = cells.map(cellText);
    const facts = others.flatMap((cell, index) =>
      cell === '' ? [] : [`${fields[index + 1]?.name ?? ''}: ${cell}`],
    );
    const words = `<name>${content(name ?? '')}</name><desc>${content(facts.join('; '))}</desc>`;
    const place = (position: Position): string => `<wpt ${at(position)}>${words}</wpt>`;
    if (geometry?.type === 'Point') places.push(place(geometry.coordinates));
    if (geometry?.type !== 'LineString' && geometry?.type !== 'MultiLineString') continue;
    const lines = simpleParts(geometry);
    const middle = lines[0]?.[Math.floor((lines[0].length - 1) / 2)];
    if (middle !== undefined) places.push(place(middle));
    const parts = lines.map(
      (line) => `<trkseg>${line.map((position) => `<trkpt ${at(position)}/>`).join('')}</trkseg>`,
    );
    tracks.push(`<trk>${words}${parts.join('')}</trk>`);
  }
  return `<?xml version="1.0" encoding="UTF-8"?>
<gpx version="1.1" creator="Coastplan" xmlns="http://www.topografix.com/GPX/1/1">
<metadata><name>${content(`${title.zh} ${title.en}`)}</name></metadata>
${[...places, ...tracks].join('\n')}
</gpx>
`;
}

function at([longitude = Number.NaN, latitude = Number.NaN]: Position): string {
  return `lat="${plain(latitude, 7)}" lon="${plain(longitude, 7)}"`;
}

function content(text: string): string {
  return xmlText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
