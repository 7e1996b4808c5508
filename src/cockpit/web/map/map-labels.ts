// Where a name stands on the map: the middle of mass of its outlines.
import type { Outlines } from './outlines.ts';

type Feature = Outlines['features'][number];
type Ring = readonly (readonly number[])[];

/** The middle of mass of all outlines together, as [longitude, latitude]. */
export function middleOf(features: readonly Feature[]): [number, number] {
  let mass = 0;
  let x = 0;
  let y = 0;
  for (const ring of features.flatMap(outerRings)) {
    const one = middleOfRing(ring);
    mass += one.mass;
    x += one.x * one.mass;
    y += one.y * one.mass;
  }
  return mass === 0 ? [0, 0] : [x / mass, y / mass];
}

function outerRings({ geometry }: Feature): Ring[] {
  const polygons = (
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  ) as number[][][][]; // the type says which of the two it is
  return polygons.flatMap((rings) => (rings[0] ? [rings[0]] : []));
}

function middleOfRing(ring: Ring): { mass: number; x: number; y: number } {
  let twice = 0;
  let x = 0;
  let y = 0;
  ring.forEach((here, at) => {
    const next = ring[(at + 1) % ring.length] ?? here;
    const [x0 = 0, y0 = 0] = here;
    const [x1 = 0, y1 = 0] = next;
    const cross = x0 * y1 - x1 * y0;
    twice += cross;
    x += (x0 + x1) * cross;
    y += (y0 + y1) * cross;
  });
  return twice === 0
    ? { mass: 0, x: 0, y: 0 }
    : { mass: Math.abs(twice), x: x / (3 * twice), y: y / (3 * twice) };
}
