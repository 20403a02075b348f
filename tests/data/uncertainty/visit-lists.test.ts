import { describe, expect, test } from 'vitest';
import { sampleTable, surveyTable, visitFile } from '../../../src/data/uncertainty/visit-lists.ts';
import { segment } from '../../domain/build.ts';
import { xmlFaults } from '../../xml.ts';

const SEGMENTS = [
  segment(
    'cape',
    'bedrock',
    [
      [120, 35.9],
      [120.01, 35.9],
      [120.02, 35.91],
    ],
    {
      name: { zh: '岬角 <东>', en: 'Cape & head' },
      confidence: 'low',
    },
  ),
];
const SURVEY = surveyTable(
  {
    survey: {
      ...{ widthBefore: 0.1, widthAfter: 0.05 },
      stretches: [
        {
          ...{ segmentId: 'cape', class: 'bedrock', lengthM: 2000 },
          ...{ narrowing: 0.004, narrowingPerKm: 0.002 },
        },
      ],
    },
  },
  SEGMENTS,
);
const SAMPLE = sampleTable(
  [{ id: 'P001', segmentId: 'cape', stratum: 'bedrock low', position: [120.005, 35.9] }],
  SEGMENTS,
);

describe('a visit list', () => {
  test('as CSV has a row a place, and columns for what is found', () => {
    const [head = '', row = ''] = visitFile(SAMPLE, 'csv').text.replace('\uFEFF', '').split('\r\n');
    expect(head).toBe(
      'WKT,id,longitude,latitude,segment,name_zh,name_en,class,confidence,stratum,class_found,found_on,found_by',
    );
    expect(row).toContain('P001,120.005,35.9,cape,岬角 <东>,Cape & head,bedrock,low,bedrock low');
    expect(visitFile(SURVEY, 'csv').text).toContain(
      '1,cape,岬角 <东>,Cape & head,bedrock,low,2000,0.4,0.2',
    );
  });

  test('as GPX has a waypoint for each point, and for a line a track with a waypoint on it', () => {
    const sample = visitFile(SAMPLE, 'gpx').text;
    expect(xmlFaults(sample)).toEqual([]);
    expect(sample).toContain('<wpt lat="35.9" lon="120.005"><name>P001</name>');
    const text = visitFile(SURVEY, 'gpx').text;
    expect(xmlFaults(text)).toEqual([]);
    expect(text.match(/<wpt /g)?.length).toBe(1);
    expect(text).toContain('<wpt lat="35.9" lon="120.01"><name>1</name>');
    expect(text.match(/<trkpt /g)?.length).toBe(3);
    expect(text).toContain('岬角 &lt;东&gt;');
    // Waypoints come before tracks in the schema of GPX 1.1.
    expect(text.indexOf('<wpt')).toBeLessThan(text.indexOf('<trk>'));
  });

  test('as KML has a placemark a place', () => {
    expect(visitFile(SURVEY, 'kml').text).toContain('<LineString>');
    expect(visitFile(SAMPLE, 'kml').text).toContain('<coordinates>120.005,35.9</coordinates>');
  });
});
