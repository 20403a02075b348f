import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readDataset } from '../../../src/data/loading/read-dataset.ts';

async function refusal(text: string) {
  const read = await readDataset(text, { file: 'x.geojson', dataset: 'x', role: 'coastline' });
  if (read.ok) throw new Error('it was read');
  return read.error;
}

const FEATURE =
  '{"type":"Feature","properties":{"id":"a"},"geometry":{"type":"Point","coordinates":[1,2]}}';

test.each<[string, string]>([
  ['NDJSON', readFileSync('tests/fixtures/cases/B04-ndjson-coast.geojson', 'utf8')],
  ['NDJSON', `${FEATURE}\r\n\r\n${FEATURE}\r\n`],
  ['RFC 8142', `\u001e${FEATURE}\n\u001e${FEATURE}\n`],
  ['TopoJSON', '{"type":"Topology","objects":{},"arcs":[]}'],
  ['Esri JSON', '{"geometryType":"esriGeometryPolyline","features":[]}'],
  ['Esri JSON', '{"features":[{"attributes":{"id":1},"geometry":{"paths":[]}}]}'],
  ['an HTML page', '<!DOCTYPE html>\n<html><body>Login</body></html>'],
  ['KML', '<?xml version="1.0"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"></kml>'],
  ['GML', '<?xml version="1.0"?>\n<wfs:FeatureCollection xmlns:wfs="x"/>'],
  ['GPX', '<?xml version="1.0"?><gpx></gpx>'],
  ['XML', '<?xml version="1.0"?><other/>'],
  ['JSONP', `callback({"type":"FeatureCollection","features":[${FEATURE}]});`],
  ['JavaScript', `var coast = {"type":"FeatureCollection","features":[${FEATURE}]};`],
  ['JSON with comments', '{\n// coast\n"type":"FeatureCollection","features":[]}'],
  ['JSON5', "{type:'FeatureCollection',features:[]}"],
  ['Python', '{"type":"FeatureCollection","features":None}'],
  ['NaN', '{"type":"FeatureCollection","features":[],"x":NaN}'],
  ['CSV', 'id,class,wkt\na,sandy,x'],
  ['WKT', 'LINESTRING (120 36, 121 36)'],
  ['an empty file', ''],
  ['a list of Features', `[${FEATURE}]`],
  ['under "data"', '{"code":0,"data":{"type":"FeatureCollection","features":[]}}'],
  ['written "featureCollection"', '{"type":"featureCollection","features":[]}'],
])('%s is named, with a cure', async (name, text) => {
  const { message, cure } = await refusal(text);
  expect(message.en).toContain(name);
  expect(cure.en.length * cure.zh.length).toBeGreaterThan(0);
});

test('JSON with a slip is told as that', async () => {
  const { message } = await refusal('{"type":"FeatureCollection" "features":[]}');
  expect(message.en).toContain('line 1 column 29: this is not valid JSON (');
});
