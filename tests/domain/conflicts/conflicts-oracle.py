"""Expected conflicts, found with other tools than the project's own.

Usage:  python3 tests/domain/conflicts/conflicts-oracle.py
            writes tests/domain/conflicts/fixtures/conflicts/: segments, zones and projects, a record of the domain
            a line (.jsonl), and expected.json
        python3 tests/domain/conflicts/conflicts-oracle.py --again
            reads that sample and writes expected.json alone: the plan's data go on, the sample stays
Needs:  shapely (GEOS), pyproj (PROJ). Made with shapely 1.8.5 and pyproj 3.4.1; any later will do.

Sample: the south-west third of the embedded plan as it was when the sample was made (coast, zones and
sites west of 119.95 E), and synthetic sites of all geometry types strewn along that coast, with
accuracies from 0 to 5 km and with none stated.

Method. Contact, shared ground and lines inside: GEOS in longitude and latitude, where RFC 7946 draws
straight lines; areas as geodesic polygons and lengths as geodesics on CGCS2000 with PROJ's geod.
Distances: GEOS on a Gauss-Krueger plane (central meridian 120 E, scale 1, edges cut every 0.002 degrees),
within 1e-4 of the geodesic in this district. Certainty by the definition itself, by brute force on that plane:
the site is moved by 8 lengths up to its accuracy in 360 directions and must still meet the other. Where
97 % and 103 % of the accuracy give different answers, either is accepted (`either`). A protected site that is a point
has no known extent: what reaches within both accuracies of it may meet it, and never certainly does.
"""

import json
import math
import os
import random
import sys

from pyproj import Geod, Proj
from shapely.affinity import translate
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Point, Polygon, mapping, shape
from shapely.ops import transform, unary_union
from shapely.prepared import prep

HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.path.join(HERE, '..', '..', '..', 'geodata')
TARGET = os.path.join(HERE, 'fixtures', 'conflicts')
GEOD = Geod(a=6378137, rf=298.257222101)
PLANE = Proj(proj='tmerc', lat_0=0, lon_0=120, k=1, x_0=0, y_0=0, a=6378137, rf=298.257222101)
EAST = 119.95
NATURAL = {'bedrock', 'sandy', 'muddy', 'biogenic', 'restored'}
PROTECTING = {'protect', 'restore'}
MOST = 2000


def read(*path):
    with open(os.path.join(DATA, *path), encoding='utf-8') as file:
        return json.load(file)['features']


def take(feature, *names):
    kept = {name: feature['properties'][name] for name in names if name in feature['properties']}
    return {**kept, 'geometry': feature['geometry']}


def is_west(feature):
    return feature['geometry'] is not None and shape(feature['geometry']).bounds[0] < EAST


def is_all_west(feature):
    return is_west(feature) and shape(feature['geometry']).bounds[2] < EAST + 0.1


def synthetic(coast):
    """Sites near the coast: points, lines, boxes, rings with a hole, pairs of boxes."""
    random.seed(5)
    corners = [p for line in coast for p in line['geometry']['coordinates']]
    flat = [p for p in corners if isinstance(p[0], float)]
    for number in range(60):
        x, y = random.choice(flat)
        spread = random.choice([0.0005, 0.005, 0.03])
        x, y = x + random.uniform(-spread, spread), y + random.uniform(-spread, spread)
        w, h = random.uniform(0.001, 0.03), random.uniform(0.001, 0.03)
        box = lambda x, y, w, h: [(x, y), (x + w, y), (x + w, y + h), (x, y + h), (x, y)]
        geometry = [
            lambda: Point(x, y),
            lambda: LineString([(x, y), (x + w, y + h / 3), (x + w / 2, y + h)]),
            lambda: Polygon(box(x, y, w, h)),
            lambda: Polygon(box(x, y, w, h), [box(x + w / 4, y + h / 4, w / 2, h / 2)[::-1]]),
            lambda: MultiPolygon([Polygon(box(x, y, w, h)), Polygon(box(x + 1.5 * w, y, w, h))]),
            lambda: MultiLineString([[(x, y), (x + w, y)], [(x, y + h), (x + w, y + 2 * h)]]),
        ][number % 6]()
        site = {'id': f'synthetic-{number}', 'status': random.choice(['build', 'study', 'existing', 'protect'])}
        accuracy = random.choice([None, 0, 50, 300, 1000, 3000, 5000])
        if accuracy is not None:
            site['accuracy_m'] = accuracy
        rounded = json.loads(json.dumps(mapping(geometry)), parse_float=lambda text: round(float(text), 6))
        yield {**site, 'geometry': rounded}


def sample():
    coast = [take(f, 'id', 'class', 'realm') for f in read('coast', 'coastline.geojson') if is_all_west(f)]
    zones = [take(f, 'id', 'grade') for f in read('coast', 'zones.geojson') if is_all_west(f)]
    files = sorted(os.listdir(os.path.join(DATA, 'projects')))
    projects = [
        take(f, 'id', 'status', 'accuracy_m') for name in files for f in read('projects', name) if is_west(f)
    ]
    return {'segments': coast, 'zones': zones, 'projects': projects + list(synthetic(coast))}


def on_plane(geometry):
    def dense(line):
        points = [line[0]]
        for (ax, ay), (bx, by) in zip(line, line[1:]):
            count = max(1, math.ceil(math.hypot(bx - ax, by - ay) / 0.002))
            points += [(ax + (bx - ax) * i / count, ay + (by - ay) * i / count) for i in range(1, count + 1)]
        return points

    def cut(part):
        if part.geom_type == 'Point':
            return part
        if part.geom_type == 'LineString':
            return LineString(dense(list(part.coords)))
        if part.geom_type == 'Polygon':
            return Polygon(dense(list(part.exterior.coords)), [dense(list(r.coords)) for r in part.interiors])
        return type(part)([cut(member) for member in part.geoms])

    return transform(lambda x, y: PLANE(x, y), cut(geometry))


def length(geometry):
    if geometry.is_empty:
        return 0.0
    if geometry.geom_type == 'LineString':
        return GEOD.line_length(*zip(*geometry.coords))
    return sum(length(part) for part in getattr(geometry, 'geoms', []))


def area(geometry):
    if geometry.geom_type == 'Polygon' and not geometry.is_empty:
        ring = lambda r: abs(GEOD.polygon_area_perimeter(*zip(*r.coords))[0])
        return ring(geometry.exterior) - sum(ring(hole) for hole in geometry.interiors)
    return sum(area(part) for part in getattr(geometry, 'geoms', []))


def holds(site, other, accuracy):
    """Whether a site on the plane meets another wherever it may lie within the accuracy."""
    for direction in range(360):
        angle = math.radians(direction)
        for share in range(8, 0, -1):
            reach = accuracy * share / 8
            if not other.intersects(translate(site, reach * math.cos(angle), reach * math.sin(angle))):
                return False
    return True


def certainty(site, other, doubt, is_stated):
    if not is_stated:
        return 'possible'
    if doubt == 0:
        return 'certain'
    answers = {holds(site, other, doubt * share) for share in (0.97, 1.03)}
    return 'either' if len(answers) > 1 else 'certain' if answers == {True} else 'possible'


class Thing:
    def __init__(self, geometry):
        self.flat, self.plane = geometry, on_plane(geometry)
        self.met = prep(self.plane)


def contact(site, other, accuracies):
    """None, or what a conflict says of distance and certainty. An accuracy that nobody states adds nothing."""
    doubt = sum(accuracy or 0 for accuracy in accuracies)
    is_stated = None not in accuracies
    meets = site.flat.intersects(other.flat)
    distance = 0.0 if meets else site.plane.distance(other.plane)
    if not meets and distance >= doubt:
        return None
    return {'distanceM': distance, 'certainty': certainty(site.plane, other.met, doubt, is_stated) if meets else 'possible'}


def shared(site, other):
    kinds = [{'Polygon': 2, 'LineString': 1}.get(t.geom_type.replace('Multi', ''), 0) for t in (site, other)]
    if kinds == [2, 2]:
        return {'areaM2': area(site.intersection(other))}
    return {'lengthM': length(site.intersection(other))} if sorted(kinds) == [1, 2] else {}


def expected(data):
    zones = [(z, Thing(shape(z['geometry'])), 0) for z in data['zones']]
    guarded = [
        (p, Thing(shape(p['geometry'])), p.get('accuracy_m'))
        for p in data['projects']
        if p['status'] in PROTECTING
    ]
    mainland = [s for s in data['segments'] if s['realm'] == 'mainland']
    natural = [s for s in mainland if s.get('class') in NATURAL]
    coast = Thing(unary_union([shape(s['geometry']) for s in mainland]))
    natural_coast = Thing(unary_union([shape(s['geometry']) for s in natural]))
    found = {}
    for project in data['projects']:
        if project['status'] in PROTECTING:
            continue
        site, accuracy = Thing(shape(project['geometry'])), project.get('accuracy_m')
        conflicts = []
        for kind, things in (('zone', zones), ('protected-site', guarded)):
            for other, thing, own in things:
                told = contact(site, thing, [accuracy, own])
                if told is None:
                    continue
                name = f"{other.get('grade', 'ungraded')}-zone" if kind == 'zone' else kind
                if kind == 'protected-site' and 'Point' in thing.flat.geom_type:
                    told['certainty'] = 'possible'
                size = shared(site.flat, thing.flat) if told['distanceM'] == 0 else {}
                conflicts.append({'kind': name, 'otherId': other['id'], **told, **size})
        told = contact(site, natural_coast, [accuracy])
        if told is not None:
            inside = [(s, length(site.flat.intersection(shape(s['geometry'])))) for s in natural]
            is_area = 'Polygon' in site.flat.geom_type
            by_class = {}
            for segment, metres in inside if is_area else []:
                if metres > 0:
                    by_class[segment['class']] = by_class.get(segment['class'], 0) + metres
            size = {'lengthM': sum(by_class.values()), 'lengthByClass': by_class} if by_class else {}
            conflicts.append({'kind': 'natural-coast', **told, **size})
        row = {'conflicts': conflicts}
        distance = 0.0 if site.flat.intersects(coast.flat) else site.plane.distance(coast.plane)
        if project['status'] != 'existing' and distance < MOST + (accuracy or 1):
            row['shore'] = {'distanceM': distance}
            if accuracy is not None:
                kept = certainty(site.plane, coast.met, accuracy, True) if distance == 0 else 'possible'
                farthest = distance + accuracy
                row['shore']['farthestM'] = 'either' if kept == 'either' else 0.0 if kept == 'certain' else farthest
        found[project['id']] = row
    return found


NAMED = {'name': {'zh': '', 'en': ''}, 'articles': []}
COAST = {'name': {'zh': '', 'en': ''}, 'articles': [], 'confidence': 'high'}


def record(role, one):
    """A feature as the domain has it."""
    own = {'accuracyM' if key == 'accuracy_m' else key: value for key, value in one.items()}
    return {**(NAMED if role == 'projects' else COAST), **own}


def sample_again():
    """The sample as it was written."""
    again = {}
    for role in ('segments', 'zones', 'projects'):
        with open(os.path.join(TARGET, f'{role}.jsonl'), encoding='utf-8') as file:
            ones = [json.loads(line) for line in file if line.strip()]
        again[role] = [{'accuracy_m' if key == 'accuracyM' else key: value for key, value in one.items()} for one in ones]
    return again


def write(name, text):
    os.makedirs(TARGET, exist_ok=True)
    with open(os.path.join(TARGET, name), 'w', encoding='utf-8') as file:
        file.write(text + '\n')


if __name__ == '__main__':
    is_again = '--again' in sys.argv
    data = sample_again() if is_again else sample()
    for role, ones in [] if is_again else data.items():
        lines = [json.dumps(record(role, one), ensure_ascii=False, separators=(',', ':')) for one in ones]
        write(f'{role}.jsonl', '\n'.join(lines))
    rounded = json.loads(json.dumps(expected(data)), parse_float=lambda text: round(float(text), 6))
    write('expected.json', json.dumps(rounded, indent=2))
