import { builder } from '../../graphql/builder.ts';
import type { ReleaseRecord } from './release-record.ts';

/** For types that lead to a release, of which a release in turn leads to others. */
export const ReleaseRef = builder.objectRef<ReleaseRecord>('Release');

/** Whoever reads releases; which of them, agreements say. */
export const readsReleases = { signedIn: true, permission: 'release:read' } as const;
