import type { FeatureCollection, Point } from 'geojson';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { describe, expect, test } from 'vitest';
import {
  type AppliedScene,
  applyScene,
  firstApplied,
  NOTHING_APPLIED,
} from '../../src/map/apply-scene.ts';
import type { MapScene } from '../../src/map/scene.ts';
import { styleLayers } from '../../src/map/style.ts';
import { dataset, points, scene } from './build.ts';

/** A map that keeps what it is told, refuses what MapLibre would refuse, and lists every call. */
class FakeMap {
  readonly calls: string[] = [];
  order: string[] = ['sea'];
  readonly sources = new Map<string, unknown>();
  readonly states = new Map<string, object>();

  getLayer = (id: string): object | undefined => (this.order.includes(id) ? { id } : undefined);
  getSource = (id: string): object | undefined =>
    this.sources.has(id)
      ? {
          setData: (data: unknown) => this.#note(`setData ${id}`, () => this.sources.set(id, data)),
        }
      : undefined;
  addSource = (id: string, source: { readonly data: unknown }): void => {
    if (this.sources.has(id)) throw new Error(`there is a source ${id}`);
    this.#note(`addSource ${id}`, () => this.sources.set(id, source.data));
  };
  addLayer = (layer: { readonly id: string; readonly source?: string }, before?: string): void => {
    if (this.order.includes(layer.id)) throw new Error(`there is a layer ${layer.id}`);
    if (layer.source !== undefined && !this.sources.has(layer.source))
      throw new Error(`no source ${layer.source}`);
    this.#note(`addLayer ${layer.id}`, () => this.#place(layer.id, before));
  };
  moveLayer = (id: string, before?: string): void => {
    this.#note(`moveLayer ${id}`, () => {
      this.order = this.order.filter((other) => other !== id);
      this.#place(id, before);
    });
  };
  removeLayer = (id: string): void =>
    this.#note(`removeLayer ${id}`, () => {
      this.order = this.order.filter((other) => other !== id);
    });
  setPaintProperty = (id: string, name: string): void => this.#note(`paint ${id} ${name}`);
  setLayoutProperty = (id: string, name: string): void => this.#note(`layout ${id} ${name}`);
  setFilter = (id: string): void => this.#note(`filter ${id}`);
  setLayerZoomRange = (id: string, from: number, to: number): void =>
    this.#note(`zooms ${id} ${from}–${to}`);
  setFeatureState = (
    { source, id }: { readonly source: string; readonly id: string },
    state: object,
  ): void => {
    if (!this.sources.has(source)) throw new Error(`no source ${source}`);
    const key = `${source} ${id}`;
    this.#note(`state ${key} ${JSON.stringify(state)}`, () =>
      this.states.set(key, { ...this.states.get(key), ...state }),
    );
  };

  #place(id: string, before: string | undefined): void {
    const at = before === undefined ? this.order.length : this.order.indexOf(before);
    if (at < 0) throw new Error(`no layer ${before}`);
    this.order.splice(at, 0, id);
  }

  #note(call: string, act: () => unknown = () => {}): void {
    this.calls.push(call);
    act();
  }
}

/** Applies scenes one after another and returns the map, with the calls of the last one only. */
function show(...scenes: readonly MapScene[]): FakeMap {
  const map = new FakeMap();
  let applied: AppliedScene = NOTHING_APPLIED;
  for (const next of scenes) {
    map.calls.length = 0;
    // The fake has what `applyScene` calls, not the hundred other members of a map.
    applied = applyScene(map as unknown as MapLibreMap, applied, next);
  }
  return map;
}

/** The style layers of a scene that nobody has picked anything in. */
function idsOf(of: MapScene): readonly string[] {
  return styleLayers(of).flatMap(({ id }) => (/\/(?:halo|glow)$/.test(id) ? [] : [id]));
}

const POINT: Point = { type: 'Point', coordinates: [120, 36] };
const PORTS = dataset('ports', 'projects', { features: points('a', 'b', 'c', 'quay') });
const COAST = dataset('coast', 'coastline', { features: points('shore') });
const LAND = dataset('base-land', 'base', { features: points() });
const LIST = [LAND, PORTS, COAST];

describe('the first scene', () => {
  test('adds every visible source and layer, in the order of drawing', () => {
    const map = show(scene(LIST));
    expect([...map.sources.keys()].toSorted()).toEqual(['base', 'coastline', 'projects']);
    expect(map.order).toEqual(idsOf(scene(LIST)));
  });

  test('as a style needs nothing more but attention', () => {
    const map = new FakeMap();
    const first = scene(LIST, { selectedIds: ['quay'] });
    const applied = firstApplied(first);
    map.order = applied.layers.map(({ id }) => id);
    for (const role of ['base', 'projects', 'coastline']) map.sources.set(role, undefined);
    applyScene(map as unknown as MapLibreMap, applied, first);
    expect(map.order).toContain('ports/point');
    expect(map.calls).toEqual(['state projects f:quay {"selected":true}']);
  });

  test('adds no source for what is hidden', () => {
    const map = show(scene([{ ...PORTS, isVisible: false }]));
    expect([...map.sources.keys()]).toEqual([]);
    expect(map.order).toEqual(['sea']);
  });
});

describe('the next scene', () => {
  test('that is the same calls nothing', () => {
    const one = scene(LIST);
    expect(show(one, one).calls).toEqual([]);
    expect(show(one, { ...one }).calls).toEqual([]);
  });

  test('with equal datasets in a new list calls nothing either', () => {
    expect(show(scene(LIST), scene([...LIST])).calls).toEqual([]);
  });

  test('that selects something sets its state on the source that holds it, and no more', () => {
    const other = scene(LIST, { selectedIds: ['a'] });
    const map = show(other, scene(LIST), scene(LIST, { selectedIds: ['quay'] }));
    expect(map.calls).toEqual(['state projects f:quay {"selected":true}']);
  });

  test.each(['nobody', '__proto__', 'constructor', 'toString'])(
    'that selects and points at "%s", which no feature is called, sets no state',
    (id) => {
      const attention = { selectedIds: [id], hoveredId: id };
      const map = show(scene(LIST), scene(LIST, attention), scene(LIST));
      expect([...map.states.keys()]).toEqual([]);
    },
  );

  test.each(['__proto__', 'constructor', 'toString'])(
    'marks a feature that is really called "%s", and never by the bare name',
    (id) => {
      const ports = dataset('ports', 'projects', { features: points(id) });
      const map = show(scene([ports]), scene([ports], { selectedIds: [id], hoveredId: id }));
      expect(map.states).toEqual(
        new Map([[`projects f:${id}`, { selected: true, hovered: true }]]),
      );
      expect(map.sources.get('projects')).toMatchObject({
        features: [{ properties: { id, key: `f:${id}` } }],
      });
    },
  );

  test('that loses the selected feature clears its state', () => {
    const selectedIds = ['quay'];
    const map = show(
      scene(LIST, { selectedIds }),
      scene([LAND, { ...PORTS, features: points('a') }, COAST], { selectedIds }),
    );
    expect(map.states.get('projects f:quay')).toEqual({ selected: false });
  });

  test('that selects or points at something for the first time brings the halos, which stay', () => {
    const map = show(scene(LIST), scene(LIST, { hoveredId: 'quay' }), scene(LIST));
    expect(map.order).toEqual(styleLayers(scene(LIST)).map(({ id }) => id));
  });

  test('that selects something else clears the one and sets the other', () => {
    const map = show(
      scene(LIST, { selectedIds: ['a', 'b'] }),
      scene(LIST, { selectedIds: ['b', 'c'] }),
    );
    expect(map.states.get('projects f:a')).toEqual({ selected: false });
    expect(map.states.get('projects f:b')).toEqual({ selected: true });
    expect(map.states.get('projects f:c')).toEqual({ selected: true });
  });

  test('keeps hovering apart from selecting', () => {
    const map = show(
      scene(LIST, { selectedIds: ['a'] }),
      scene(LIST, { selectedIds: ['a'], hoveredId: 'a' }),
      scene(LIST, { selectedIds: ['a'] }),
    );
    expect(map.states.get('projects f:a')).toEqual({ selected: true, hovered: false });
  });

  test('that hides a layer takes its style layers and leaves its source for later', () => {
    const map = show(scene(LIST), scene([LAND, { ...PORTS, isVisible: false }, COAST]));
    expect(map.order.some((id) => id.startsWith('ports/'))).toBe(false);
    expect(map.sources.has('projects')).toBe(true);
    expect(map.calls.every((call) => call.startsWith('removeLayer ports/'))).toBe(true);
  });

  test('that shows a layer again puts it where it was, with no new source', () => {
    const map = show(
      scene(LIST),
      scene([LAND, { ...PORTS, isVisible: false }, COAST]),
      scene(LIST),
    );
    expect(map.order).toEqual(idsOf(scene(LIST)));
    expect(map.calls.every((call) => /^(addLayer ports\/|setData projects$)/.test(call))).toBe(
      true,
    );
  });

  test('that shows a layer with the selected feature in it marks that feature', () => {
    const selectedIds = ['quay'];
    const map = show(
      scene([COAST, { ...PORTS, isVisible: false }], { selectedIds }),
      scene([COAST, PORTS], { selectedIds }),
    );
    expect(map.states.get('projects f:quay')).toEqual({ selected: true });
  });

  test('with new features for a dataset gives its source the new data, once', () => {
    const features: FeatureCollection = {
      type: 'FeatureCollection',
      features: [{ type: 'Feature', properties: { id: 'quay' }, geometry: POINT }],
    };
    const map = show(scene(LIST), scene([LAND, { ...PORTS, features }, COAST]));
    expect(map.calls).toEqual(['setData projects']);
    expect(map.sources.get('projects')).toEqual({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: { id: 'quay', dataset: 'ports', key: 'f:quay' },
          geometry: POINT,
        },
      ],
    });
  });

  test('with one dataset more slots its layers in', () => {
    const map = show(scene([LAND, COAST]), scene(LIST));
    expect(map.order).toEqual(idsOf(scene(LIST)));
  });

  test('with one dataset less takes its layers and its features', () => {
    const rail = dataset('rail', 'projects');
    const map = show(scene([...LIST, rail]), scene(LIST));
    expect(map.order).toEqual(idsOf(scene(LIST)));
    expect(map.calls.at(-1)).toBe('setData projects');
  });

  test('in another look changes paint and the pictures of symbols alone', () => {
    const map = show(scene(LIST), scene(LIST, { theme: 'dark' }));
    expect(map.calls.length).toBeGreaterThan(5);
    expect(map.calls.filter((call) => !call.startsWith('paint '))).toEqual([
      'layout ports/icon icon-image',
      'layout coast/mark icon-image',
    ]);
  });

  test('with a dataset made paler, and as at first again, changes its opacities alone, both times', () => {
    const pale = scene([LAND, { ...PORTS, style: { opacity: 0.4 } }, COAST]);
    const opacities = /^paint ports\/\w+ [\w-]*opacity$/;
    for (const map of [show(scene(LIST), pale), show(scene(LIST), pale, scene(LIST))]) {
      expect(map.calls.length).toBeGreaterThan(3);
      expect(map.calls.filter((call) => !opacities.test(call))).toEqual([]);
    }
  });

  test('in another language changes labels alone', () => {
    const map = show(scene(LIST), scene(LIST, { language: 'en' }));
    expect(map.calls).toEqual(['layout ports/label text-field']);
  });

  test('with datasets in another order draws them in that order', () => {
    const other = dataset('rail', 'projects');
    const map = show(scene([LAND, PORTS, other, COAST]), scene([LAND, other, PORTS, COAST]));
    expect(map.order).toEqual(idsOf(scene([LAND, other, PORTS, COAST])));
  });
});

test('a scene that is about something changes filters and zooms of layers that stay', () => {
  const ports = scene([dataset('ports', 'projects', { features: points('quay') })]);
  const about: MapScene = {
    ...ports,
    restyle: (layers) =>
      layers.map((layer) =>
        layer.type === 'symbol' && layer.id === 'ports/label'
          ? { ...layer, minzoom: 9, filter: ['==', ['get', 'id'], 'quay'] }
          : layer,
      ),
  };
  expect(show(ports, about).calls).toEqual(['filter ports/label', 'zooms ports/label 9–24']);
  expect(show(ports, about, ports).calls).toEqual(['filter ports/label', 'zooms ports/label 8–24']);
});
