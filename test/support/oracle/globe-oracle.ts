/* Distances on the globe, worked out a second time and another way. Imports nothing of the product. */

export interface OracleVenue {
  readonly id: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** Kilometres by the angle between two directions from the centre of the Earth. */
export function straightLine(from: string, to: OracleVenue | null, venues: readonly OracleVenue[]): number | null {
  const place = venues.find(({ id }) => id === from);
  if (to === null || place === undefined) return null;
  if (place.id === to.id) return 0;
  const [a, b] = [direction(place), direction(to)];
  if (a === null || b === null) return null;
  const across = Math.hypot(a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]);
  return 6371 * Math.atan2(across, a[0] * b[0] + a[1] * b[1] + a[2] * b[2]);
}

function direction({ latitude, longitude }: OracleVenue): [number, number, number] | null {
  if (latitude === null || longitude === null) return null;
  const [north, east] = [(latitude * Math.PI) / 180, (longitude * Math.PI) / 180];
  return [Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)];
}
