import { badInput } from '@sufficiency/shared/errors.ts';
import type { SearchPlace, ServicesOrder } from './service-search.ts';

/** A place in a list as a client keeps it. */
export const cursorWith = (parts: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url');

/** What is in a cursor, which may be anything: it was sent by a client. */
export function partsOf(cursor: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

export const unreadableCursor = () =>
  badInput('This cursor cannot be read. Use one that the server gave you.');

/** True for text that PostgreSQL can hold. */
export const isText = (part: unknown): part is string =>
  typeof part === 'string' && !part.includes('\0');

/** Where a service stands in an order, for the page after or before it. */
export const cursorOf = (order: ServicesOrder, { rank, name, urn }: SearchPlace): string =>
  cursorWith([order, rank, name, urn]);

/** @throws DomainError BAD_USER_INPUT a cursor of another order, or none of ours. */
export function placeOf(
  order: ServicesOrder,
  cursor: string | null | undefined,
): SearchPlace | null {
  if (cursor == null) return null;
  const [of, rank, name, urn] = partsOf(cursor);
  if (typeof rank !== 'number' || !isText(name) || !isText(urn)) throw unreadableCursor();
  if (of !== order) throw badInput('This cursor belongs to another order. Begin again without it.');
  return { rank, name, urn };
}
