import { type Venue } from './venue.ts';

/** Mean radius of the Earth in kilometres (IUGG). */
const earth = 6371;

/** How much longer the road is than the straight line, indicatif: about a fifth between French towns. */
const detour = 1.2;

/** Kilometres an hour of a loaded van from door to door, indicatif. */
const pace = 80;

/**
 * Kilometres in a straight line between two places (haversine), as radius clauses count them. The same place is at no
 * distance from itself even when nobody knows where it is.
 * @returns null when the position of either is unknown
 */
export function kilometresBetween(a: Venue, b: Venue): number | null {
  if (a.id === b.id) return 0;
  if (a.latitude === null || a.longitude === null || b.latitude === null || b.longitude === null) return null;
  const [south, north] = [radians(a.latitude), radians(b.latitude)];
  const east = radians(b.longitude - a.longitude);
  const half = Math.sin((north - south) / 2) ** 2 + Math.cos(south) * Math.cos(north) * Math.sin(east / 2) ** 2;
  // Rounding may lift the antipodes a hair above one, of which there is no arc sine.
  return 2 * earth * Math.asin(Math.sqrt(Math.min(1, half)));
}

/** Whole kilometres by road between two places, estimated; null when the position of either is unknown. */
export function roadKilometres(a: Venue, b: Venue): number | null {
  const straight = kilometresBetween(a, b);
  return straight === null ? null : Math.round(straight * detour);
}

/** Hours on the road for so many kilometres, estimated, breaks not counted. */
export function drivingHours(kilometres: number): number {
  return kilometres / pace;
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
