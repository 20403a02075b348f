"""Follows the README of audit bundles with other tools than the project's own, to the letter.

Usage:  WRITE_BUNDLES=/tmp/bundles npx vitest run tests/app/audit/bundle-recipe.test.ts
            writes one folder for each case
        python3 tests/app/audit/readme-oracle.py /tmp/bundles > tests/app/audit/fixtures/bundle-recipe.json
            does what each README says under QGIS and PROJ, and prints what comes out
Needs:  shapely (GEOS, as QGIS uses it), pyproj (PROJ). Made with shapely 1.8.5 and pyproj 3.4.1.

From the README come: the coastline, the zones, the expression that selects features, and which classes are
natural or restored. The expression is SQL; SQLite decides which features it selects. "Intersection" is that
of GEOS in longitude and latitude, `$length` the sum of PROJ's geodesics from position to position.
"""

import json
import os
import re
import sqlite3
import sys

from pyproj import Geod
from shapely.geometry import shape

GEOD = Geod(a=6378137, rf=298.257222101)
COLUMNS = ['id', 'class', 'realm', 'confidence', 'use']


def length(geometry):
    if geometry.geom_type == 'LineString':
        pairs = zip(geometry.coords, geometry.coords[1:])
        return sum(GEOD.line_length([a[0], b[0]], [a[1], b[1]]) for a, b in pairs)
    return sum(length(part) for part in getattr(geometry, 'geoms', []))


def selected(features, expression):
    base = sqlite3.connect(':memory:')
    base.execute('create table f (row integer, %s)' % ', '.join('"%s" text' % name for name in COLUMNS))
    for row, feature in enumerate(features):
        values = [feature['properties'].get(name) for name in COLUMNS]
        base.execute('insert into f values (?, ?, ?, ?, ?, ?)', [row] + values)
    rows = base.execute('select row from f where %s' % (expression or '1')).fetchall()
    return [features[row] for (row,) in rows]


def features_of(folder, name):
    with open(os.path.join(folder, name), encoding='utf-8') as file:
        return json.load(file)['features']


def follow(folder):
    with open(os.path.join(folder, 'README.md'), encoding='utf-8') as file:
        recipe = file.read().split('With QGIS:')[1]
    coastline, zones = re.search(r'1\. Load `(.*?)` and `(.*?)`', recipe).groups()
    expression = re.search(r'by Expression\):\n\n +(.*)\n', recipe)
    natural, restored = (
        re.findall('`(.*?)`', part) for part in re.search(r'Natural: (.*?)\. Restored: (.*?)\.', recipe).groups()
    )
    coast = [
        (feature['properties'].get('class'), shape(feature['geometry']))
        for feature in selected(features_of(folder, coastline), expression and expression.group(1))
    ]

    def figures(lengths):
        total = lambda wanted: sum(metres for name, metres in lengths if wanted(name))
        return [total(lambda _: True), total(lambda name: name in natural), total(lambda name: name in restored)]

    result = {}
    for zone in features_of(folder, zones):
        ground = shape(zone['geometry'])
        result[zone['properties']['id']] = figures(
            [(name, length(line.intersection(ground))) for name, line in coast if line.intersects(ground)]
        )
    return {'zones': result, 'whole': figures([(name, length(line)) for name, line in coast])}


if __name__ == '__main__':
    root = sys.argv[1]
    print(json.dumps({case: follow(os.path.join(root, case)) for case in sorted(os.listdir(root))}, indent=1))
