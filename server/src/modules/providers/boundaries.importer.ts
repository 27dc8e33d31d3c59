import type { AuthorityDirectory } from '@sufficiency/shared/authorities/directory.ts';
import type { RowIssue } from '@sufficiency/shared/row-issue.ts';
import { z } from 'zod';

const position = z.tuple([z.number(), z.number()]);
const polygon = z.array(z.array(position).min(4)).min(1);

const boundaries = z.object({
  features: z.array(
    z.object({
      properties: z.object({ areacd: z.string() }),
      geometry: z.discriminatedUnion('type', [
        z.object({ type: z.literal('Polygon'), coordinates: polygon }),
        z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon).min(1) }),
      ]),
    }),
  ),
});

type Position = z.infer<typeof position>;

/** The middle of an authority. Unit: degrees. */
export interface AuthorityMiddle {
  readonly authority: string;
  readonly latitude: number;
  readonly longitude: number;
}

/**
 * The middle of every authority: the centroid of its boundary, by area, without regard to holes.
 *
 * @source ONS boundaries as GeoJSON, longitude before latitude.
 */
export function readBoundaries(
  geojson: string,
  directory: AuthorityDirectory,
): { rows: AuthorityMiddle[]; issues: RowIssue[] } {
  const { data } = boundaries.safeParse(parsed(geojson));
  if (!data) {
    const message = 'must be GeoJSON of areas, each with its code in areacd';
    return { rows: [], issues: [{ row: 0, column: 'features', message }] };
  }

  const rows: AuthorityMiddle[] = [];
  const issues: RowIssue[] = [];
  for (const [index, { properties, geometry }] of data.features.entries()) {
    const authority = directory.findByCode(properties.areacd);
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    if (authority) rows.push({ authority: authority.code, ...centroid(polygons) });
    else {
      issues.push({ row: index + 1, column: 'areacd', message: 'must be an authority in England' });
    }
  }
  return { rows, issues };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** At the size of an authority the plane is near enough: the same point on a globe is metres away. */
function centroid(polygons: readonly (readonly (readonly Position[])[])[]) {
  let area = 0;
  let east = 0;
  let north = 0;
  for (const [outline = []] of polygons) {
    for (const [index, [x, y]] of outline.entries()) {
      const [nextX, nextY] = outline[index + 1] ?? outline[0] ?? [x, y];
      const cross = x * nextY - nextX * y;
      area += cross;
      east += (x + nextX) * cross;
      north += (y + nextY) * cross;
    }
  }
  return { latitude: north / (3 * area), longitude: east / (3 * area) };
}
