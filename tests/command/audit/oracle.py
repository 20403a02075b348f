"""Expected values for the audit, made with other tools than the project's own.

Usage:  python3 tests/command/audit/oracle.py
            writes the fixtures below
        npm run --silent audit -- --realm all --format json > report.json
        python3 tests/command/audit/oracle.py geodata/coast/coastline.geojson geodata/coast/zones.geojson report.json
            holds a report of the audit against the oracle and prints the largest deviations
Needs:  shapely (GEOS), pyproj (PROJ). Made with shapely 1.8.5 and pyproj 3.4.1; any later will do.

Writes tests/command/audit/fixtures/oracle/<case>/{coastline,zones}.geojson and expected.json: synthetic
coasts, and for every zone and the whole the length by class and the area.

Method: clipping in longitude and latitude with GEOS; lengths as geodesics and areas as geodesic
polygons on the CGCS2000 ellipsoid with PROJ's geod; lengths on Turf's sphere by the haversine.
A long edge is cut where all zones cut it; its pieces are scaled to add up to the edge measured uncut,
so cutting conserves length, as docs/method.md says.
"""

import json
import math
import os
import random
import sys

from pyproj import Geod
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Point, Polygon, mapping, shape
from shapely.ops import unary_union

GEOD = Geod(a=6378137, rf=298.257222101)
RADIUS = 6371008.8
HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'fixtures', 'oracle')
CLASSES = ['bedrock', 'sandy', 'muddy', 'biogenic', 'estuary', 'restored', 'artificial', 'natural']


def ellipsoid_length(line):
    return sum(GEOD.line_length([a[0], b[0]], [a[1], b[1]]) for a, b in zip(line, line[1:]))


def sphere_length(line):
    total = 0.0
    for (ax, ay), (bx, by) in zip(line, line[1:]):
        p, q = math.radians(ay), math.radians(by)
        h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(bx - ax) / 2) ** 2
        total += 2 * RADIUS * math.asin(math.sqrt(h))
    return total


def ring_area(ring):
    return abs(GEOD.polygon_area_perimeter([p[0] for p in ring], [p[1] for p in ring])[0])


def area(geometry):
    polygons = geometry.geoms if geometry.geom_type == 'MultiPolygon' else [geometry]
    return sum(
        ring_area(list(p.exterior.coords)) - sum(ring_area(list(hole.coords)) for hole in p.interiors)
        for p in polygons
        if not p.is_empty
    )


def area_together(zones):
    """Ground of all zones counted once: overlapping zones are merged, the others added up."""
    groups = []
    for zone in zones:
        met = [group for group in groups if any(zone.intersection(other).area > 1e-12 for other in group)]
        groups = [group for group in groups if group not in met] + [sum(met, []) + [zone]]
    # Corners that a union only adds along a straight edge would bend that edge's geodesic.
    return sum(area(group[0] if len(group) == 1 else unary_union(group).simplify(1e-12)) for group in groups)


def ground(geometry):
    """The ground of an area, valid or not: what any part covers, less the holes of that part."""
    parts = geometry['coordinates'] if geometry['type'] == 'MultiPolygon' else [geometry['coordinates']]
    whole = unary_union([Polygon(shell).difference(unary_union([Polygon(hole) for hole in holes])) for shell, *holes in parts])
    # Corners that a union only adds along a straight edge would bend that edge's geodesic.
    return whole.simplify(1e-12) if any(len(part) > 1 for part in parts) or len(parts) > 1 else whole


def lines_of(geometry):
    if geometry.is_empty:
        return []
    if geometry.geom_type == 'LineString':
        return [list(geometry.coords)]
    if hasattr(geometry, 'geoms'):
        return [line for part in geometry.geoms for line in lines_of(part)]
    return []


def pieces(segment, zones):
    """Pieces of each edge of a segment, cut where any zone's boundary crosses it: lines, and both lengths to scale."""
    found = []
    for line in lines_of(segment):
        for a, b in zip(line, line[1:]):
            if a == b:
                continue
            edge = LineString([a, b])
            stops = {0.0, 1.0}
            for zone in zones:
                met = edge.intersection(zone.boundary)
                for part in getattr(met, 'geoms', [met]):
                    if part.is_empty:
                        continue
                    for position in part.coords:
                        stops.add(edge.project(Point(position), normalized=True))
                # A corner that just touches the edge is missed when it is off by a rounding error.
                for ring in getattr(zone.boundary, 'geoms', [zone.boundary]):
                    for position in ring.coords:
                        if edge.distance(Point(position)) < 1e-9:
                            stops.add(edge.project(Point(position), normalized=True))
            ordered = sorted(stops)
            cuts = [edge.interpolate(stop, normalized=True).coords[0] for stop in ordered]
            # A cut that rounding put next to another is the same cut.
            parts = [[p, q] for p, q, s, t in zip(cuts, cuts[1:], ordered, ordered[1:]) if t - s > 1e-12]
            scales = [of([a, b]) / sum(of(part) for part in parts) for of in (ellipsoid_length, sphere_length)]
            found += [(part, scales[0] * ellipsoid_length(part), scales[1] * sphere_length(part)) for part in parts]
    return found


def measure(features, zones):
    """Lengths by class, of the whole and per zone; a piece is in a zone when its middle is, or touches."""
    def empty():
        return {'byClass': {name: 0.0 for name in CLASSES}, 'unclassifiedM': 0.0, 'turfTotalM': 0.0}

    whole, per_zone, outside = empty(), [empty() for _ in zones], 0.0
    for feature in features:
        name = feature['properties'].get('class')
        for piece, length, turf in pieces(shape(feature['geometry']), zones):
            middle = LineString(piece).interpolate(0.5, normalized=True)
            owners = [i for i, zone in enumerate(zones) if zone.distance(middle) < 1e-9]
            if not owners:
                outside += length
            for sums in [whole] + [per_zone[i] for i in owners]:
                sums['turfTotalM'] += turf
                if name is None:
                    sums['unclassifiedM'] += length
                else:
                    sums['byClass'][name] += length
    return whole, per_zone, outside


def segment(identifier, coordinates, shore_class, realm='mainland', multi=False, confidence='high'):
    properties = {'id': identifier, 'realm': realm, 'confidence': confidence, 'name_zh': '段' + identifier, 'name_en': identifier}
    if shore_class is not None:
        properties['class'] = shore_class
    kind = 'MultiLineString' if multi else 'LineString'
    return {'type': 'Feature', 'properties': properties, 'geometry': {'type': kind, 'coordinates': coordinates}}


def zone(identifier, geometry, **properties):
    return {
        'type': 'Feature',
        'properties': {'id': identifier, 'name_zh': '区' + identifier, 'name_en': identifier, **properties},
        'geometry': json.loads(json.dumps(geometry if isinstance(geometry, dict) else mapping(geometry))),
    }


def box(west, south, east, north):
    return [(west, south), (east, south), (east, north), (west, north), (west, south)]


def wiggle(start, end, count, width, seed):
    """A coast that wanders about the straight line, six decimals like the data."""
    random.seed(seed)
    (ax, ay), (bx, by) = start, end
    line = []
    for i in range(count + 1):
        t = i / count
        off = 0 if i in (0, count) else random.uniform(-width, width)
        line.append([round(ax + t * (bx - ax) + off, 6), round(ay + t * (by - ay) - off, 6)])
    return line


def cases():
    coast = wiggle((119.5, 35.5), (120.3, 36.1), 240, 0.012, 1)
    cut = [0, 40, 75, 110, 150, 190, 215, 240]
    parts = [coast[a : b + 1] for a, b in zip(cut, cut[1:])]
    yield 'wandering-coast', [segment(f's{i}', part, CLASSES[i]) for i, part in enumerate(parts)], [
        zone('west', Polygon(box(119.4, 35.4, 119.75, 36.3))),
        zone('middle', Polygon([(119.75, 35.4), (120.05, 35.4), (119.95, 36.3), (119.75, 36.3), (119.75, 35.4)]), target=0.5),
        zone('east', Polygon([(120.05, 35.4), (120.5, 35.4), (120.5, 36.3), (119.95, 36.3), (120.05, 35.4)]), target=0.9),
    ]

    comb = Polygon(
        [(120.0, 35.6)]
        + [p for i in range(10) for p in ((120.0 + i * 0.02 + 0.001, 35.70), (120.0 + i * 0.02 + 0.011, 35.62))]
        + [(120.2, 35.6), (120.0, 35.6)]
    )
    yield 'crossing-many-times', [
        segment('straight', [[119.98, 35.655], [120.22, 35.665]], 'sandy'),
        segment('zigzag', [[119.99 + i * 0.007, 35.64 + (i % 2) * 0.03] for i in range(33)], 'artificial'),
    ], [zone('comb', comb)]

    holed = Polygon(box(120.0, 35.6, 120.2, 35.8), [box(120.05, 35.65, 120.1, 35.7)[::-1], box(120.12, 35.72, 120.15, 35.75)[::-1]])
    parts_zone = MultiPolygon([Polygon(box(120.2, 35.6, 120.25, 35.8)), Polygon(box(120.3, 35.6, 120.35, 35.8), [box(120.31, 35.65, 120.34, 35.7)[::-1]])])
    yield 'holes-and-parts', [
        segment('low', [[119.98, 35.66], [120.4, 35.69]], 'bedrock'),
        segment('high', [[119.97, 35.73], [120.13, 35.735], [120.37, 35.74]], 'restored'),
        segment('in-hole', [[120.06, 35.66], [120.09, 35.69]], 'muddy'),
    ], [zone('holed', holed), zone('parts', parts_zone)]

    yield 'along-the-boundary', [
        segment('on-edge', [[120.0, 35.55], [120.0, 35.65], [120.0, 35.75]], 'sandy'),
        segment('on-corner', [[119.95, 35.55], [120.05, 35.65]], 'bedrock'),
        segment('shared', [[120.1, 35.62], [120.1, 35.68]], 'estuary'),
        segment('beside', [[120.25, 35.6], [120.25, 35.7]], 'artificial'),
    ], [zone('left', Polygon(box(120.0, 35.6, 120.1, 35.7))), zone('right', Polygon(box(120.1, 35.6, 120.2, 35.7)))]

    circle = lambda x, y, r, n: [[round(x + r * math.cos(2 * math.pi * i / n), 6), round(y + r * math.sin(2 * math.pi * i / n), 6)] for i in range(n)]
    ring = circle(120.16, 35.77, 0.02, 36)
    other = circle(120.3, 35.9, 0.005, 12)
    yield 'islands', [
        segment('island', ring + [ring[0]], 'bedrock', 'island'),
        segment('islet', [other + [other[0]], [[120.29, 35.88], [120.30, 35.885]]], 'artificial', 'island', True),
        segment('mainland', [[119.9, 35.7], [120.2, 36.0]], 'sandy'),
    ], [zone('half', Polygon(box(120.1, 35.7, 120.16, 35.85))), zone('rest', Polygon(box(120.16, 35.7, 120.4, 36.0)))]

    yield 'overlapping-zones', [
        segment('one', [[119.9, 35.65], [120.4, 35.66]], 'biogenic'),
        segment('two', [[119.9, 35.75], [120.4, 35.74]], None),
    ], [
        zone('a', Polygon(box(120.0, 35.6, 120.2, 35.8))),
        zone('b', Polygon(box(120.1, 35.55, 120.3, 35.7))),
        zone('c', Polygon([(120.15, 35.6), (120.35, 35.68), (120.15, 35.8), (120.15, 35.6)])),
        zone('far', Polygon(box(121.0, 36.0, 121.1, 36.1))),
    ]

    fine = wiggle((119.9, 35.61), (120.5, 35.68), 600, 0.002, 2)
    block = lambda *corners: [list(map(list, box(*corners)))]
    turned = lambda *corners: [list(position) for position in box(*corners)[::-1]]
    untidy = lambda identifier, *parts: zone(identifier, {'type': 'MultiPolygon', 'coordinates': list(parts)})
    yield 'untidy-zones', [segment('low', fine[:300], 'sandy'), segment('high', fine[299:], 'artificial')], [
        untidy('repeated', block(119.95, 35.6, 120.0, 35.7), block(119.95, 35.6, 120.0, 35.7)),
        untidy('overlapping', block(120.02, 35.6, 120.08, 35.66), block(120.05, 35.63, 120.11, 35.7), block(120.06, 35.59, 120.07, 35.7)),
        untidy('holes', block(120.12, 35.6, 120.2, 35.7) + [turned(120.13, 35.61, 120.16, 35.65), turned(120.15, 35.63, 120.18, 35.69), turned(120.13, 35.61, 120.16, 35.65)]),
        untidy('filled', block(120.22, 35.6, 120.3, 35.7) + [turned(120.23, 35.61, 120.29, 35.69)], block(120.21, 35.63, 120.25, 35.66), block(120.26, 35.62, 120.28, 35.68) + [turned(120.265, 35.63, 120.275, 35.67)]),
        untidy('neighbour', block(120.28, 35.6, 120.4, 35.7), block(120.3, 35.61, 120.35, 35.69)),
    ]

    ring = circle(179.5, -16.8, 0.3, 24)
    yield 'far-away', [
        segment('fiji', ring + [ring[0]], 'sandy'),
        segment('pole', [[10.0, 89.0], [11.0, 89.5]], 'bedrock'),
        segment('antimeridian', [[[179.9, 0.0], [180.0, 0.1]], [[-180.0, 0.1], [-179.9, 0.2]]], 'muddy', multi=True),
        segment('equator', [[-0.5, 0.0], [0.5, 0.0]], 'artificial'),
    ], [zone('fiji', Polygon(box(179.4, -17.5, 180.0, -16.0))), zone('cross', Polygon(box(-0.1, -1, 0.1, 1)))]


def write(path, value):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w', encoding='utf-8') as file:
        json.dump(value, file, ensure_ascii=False, indent=None if path.endswith('.geojson') else 2)
        file.write('\n')


def main():
    for name, features, zone_features in cases():
        features, zone_features = json.loads(json.dumps(features)), json.loads(json.dumps(zone_features))
        zones = [ground(feature['geometry']) for feature in zone_features]
        whole, per_zone, outside = measure(features, zones)
        for sums, geometry in zip(per_zone, zones):
            sums['areaM2'] = area(geometry)
        whole['areaM2'] = area_together(zones)
        expected = {
            'source': 'tests/command/audit/oracle.py: shapely (GEOS) for clipping, pyproj (PROJ) for geodesics',
            'whole': whole,
            'outsideM': outside,
            'zones': {feature['properties']['id']: sums for feature, sums in zip(zone_features, per_zone)},
        }
        collection = lambda members: {'type': 'FeatureCollection', 'features': members}
        write(os.path.join(HERE, name, 'coastline.geojson'), collection(features))
        write(os.path.join(HERE, name, 'zones.geojson'), collection(zone_features))
        write(os.path.join(HERE, name, 'expected.json'), expected)


def compare(coastline_file, zones_file, report_file):
    """Largest deviation of a report (realm all) from the oracle: metres, and relative for areas."""
    read = lambda path: json.load(open(path, encoding='utf-8'))
    zone_features = read(zones_file)['features']
    zones = [ground(feature['geometry']) for feature in zone_features]
    report = read(report_file)
    whole, per_zone, outside = measure(read(coastline_file)['features'], zones)
    lengths = [('outside', report['coverage']['outsideM'], outside)]
    areas = [('overall area', report['overall']['areaM2'], area_together(zones))]
    by_id = {summary['id']: summary for summary in report['zones']}
    rows = [('overall', report['overall'], whole)]
    for feature, zone_geometry, sums in zip(zone_features, zones, per_zone):
        summary = by_id[feature['properties']['id']]
        rows.append((summary['id'], summary, sums))
        areas.append((summary['id'], summary['areaM2'], area(zone_geometry)))
    for name, summary, sums in rows:
        lengths += [(f'{name} {key}', summary['byClass'][key], sums['byClass'][key]) for key in CLASSES]
        lengths.append((f'{name} unclassified', summary['unclassifiedM'], sums['unclassifiedM']))
        lengths.append((f'{name} turf total', summary['turf']['totalM'], sums['turfTotalM']))
    name, found, expected = max(lengths, key=lambda row: abs(row[1] - row[2]))
    print(f'{len(lengths)} lengths, largest deviation {abs(found - expected):.2e} m ({name}: {found} against {expected})')
    name, found, expected = max(areas, key=lambda row: abs(row[1] / row[2] - 1))
    print(f'{len(areas)} areas, largest deviation {abs(found / expected - 1):.2e} ({name}: {found} against {expected})')


if __name__ == '__main__':
    if len(sys.argv) == 4:
        compare(*sys.argv[1:])
    else:
        main()
