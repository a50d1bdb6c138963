import { type Venue } from '../../../domain/venue.ts';

/** Great-circle distance in kilometres between places of the demo, whose positions are all known; the road is about a fifth longer. */
export function kilometres(a: Venue, b: Venue): number {
  if (a.latitude === null || a.longitude === null || b.latitude === null || b.longitude === null) {
    throw new Error(`no position: ${a.id} or ${b.id}`);
  }
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const [south, north] = [radians(a.latitude), radians(b.latitude)];
  const east = radians(b.longitude - a.longitude);
  const half = Math.sin((north - south) / 2) ** 2 + Math.cos(south) * Math.cos(north) * Math.sin(east / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.sqrt(half));
}
