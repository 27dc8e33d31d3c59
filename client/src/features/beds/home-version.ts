import type { Home } from './homes-queries.ts';

/**
 * The version of a home whose places, blocks and events were read: the newest of its events, which come with them. What is
 * heard of it since renews its line alone, and may be further on. A home without places has neither places nor events.
 */
export const versionRead = ({
  version,
  counts,
  events,
}: Pick<Home, 'version' | 'counts' | 'events'>) =>
  counts.registered === 0 ? version : (events.edges[0]?.node.version ?? version);
