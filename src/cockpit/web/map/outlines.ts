// The outlines of counties: a file of its own, read when a map is first shown.
import { useQuery } from '@tanstack/react-query';
import address from '../../../regions/data/guangdong-counties.geo.json?url';

export interface Outlines {
  type: 'FeatureCollection';
  features: {
    type: 'Feature';
    properties: { code: string; name: string; city: string };
    geometry: { type: 'Polygon' | 'MultiPolygon'; coordinates: number[][][] | number[][][][] };
  }[];
}

export function useOutlines() {
  return useQuery({
    queryKey: ['outlines'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }): Promise<Outlines> => {
      const reply = await fetch(address, { signal });
      if (!reply.ok) throw new Error(`outlines: ${reply.status}`);
      return reply.json();
    },
  });
}
