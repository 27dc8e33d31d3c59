import type { Head, StoredEvent } from './chain.ts';
import { chainStart, linkHash } from './chain.ts';

/** An entry of a chain as it stands in the database. */
export interface StoredLink extends Head {
  readonly eventId: string;
  readonly chainedAt: Date;
  /** Null where the event is gone. */
  readonly event: StoredEvent | null;
}

/** What is wrong with a chain, and where. */
export interface Finding {
  /**
   * `altered`: entries that do not follow from what stands before them: edited, replaced, inserted or moved.
   * `missing`: entries that are gone from within. `event-missing`: the entry is there, its event is gone.
   * `cut-off`: entries that the anchor knows are gone from the end. `rewritten`: every entry follows from the one
   * before, but the chain is not the one that was anchored. `not-chained`: an old event that has no entry.
   * `not-anchored`: nothing outside the database vouches for the end of the chain.
   */
  readonly kind:
    | 'altered'
    | 'missing'
    | 'event-missing'
    | 'cut-off'
    | 'rewritten'
    | 'not-chained'
    | 'not-anchored';
  /** First and last place concerned, counted from 1. Null for an event without a place. */
  readonly from: number | null;
  readonly to: number | null;
  readonly eventId: string | null;
}

/** Checks one chain, entry by entry from the first, without keeping it in memory. */
export class ChainCheck {
  readonly #anchor: Head | null;
  readonly #findings: Finding[] = [];
  #last: Head = chainStart;
  /** False just after a gap: the hash to follow is gone. */
  #known = true;
  #atAnchor: string | null = null;

  /** @param anchor the end of the chain as it was last seen from outside; null if it never was. */
  constructor(anchor: Head | null) {
    this.#anchor = anchor;
  }

  /** How many entries the chain has. */
  get length(): number {
    return this.#last.sequence;
  }

  /** Takes the next entry; they come in order of their places. */
  read(link: StoredLink): void {
    const expected = this.#last.sequence + 1;
    if (link.sequence > expected) {
      this.#tell('missing', { from: expected, to: link.sequence - 1, eventId: null });
      this.#known = false;
    }
    const place = { from: link.sequence, to: link.sequence, eventId: link.eventId };
    if (!link.event) this.#tell('event-missing', place);
    else if (this.#known && !follows(this.#last.hash, link, link.event))
      this.#tell('altered', place);

    this.#known = true;
    this.#last = { sequence: link.sequence, hash: link.hash };
    if (link.sequence === this.#anchor?.sequence) this.#atAnchor = link.hash;
  }

  /** Everything that is wrong, in order of place. Comes after the last entry. */
  findings(): Finding[] {
    return [...this.#findings, ...this.#againstAnchor()];
  }

  #againstAnchor(): Finding[] {
    const anchor = this.#anchor;
    const { sequence } = this.#last;
    if (!anchor) {
      return sequence === 0 ? [] : [{ kind: 'not-anchored', from: 1, to: sequence, eventId: null }];
    }
    if (anchor.sequence > sequence) {
      return [{ kind: 'cut-off', from: sequence + 1, to: anchor.sequence, eventId: null }];
    }
    // A gap at the anchored place, or anything else found before it, says more than this would.
    if (this.#atAnchor === anchor.hash || this.#findings.length > 0) return [];
    return [{ kind: 'rewritten', from: 1, to: anchor.sequence, eventId: null }];
  }

  /** Neighbours with the same fault are one finding. */
  #tell(kind: Finding['kind'], place: Omit<Finding, 'kind'>): void {
    const before = this.#findings.at(-1);
    if (kind === 'altered' && before?.kind === kind && before.to === (place.from ?? 0) - 1) {
      this.#findings.pop();
      this.#findings.push({ ...before, to: place.to });
    } else {
      this.#findings.push({ kind, ...place });
    }
  }
}

const follows = (previousHash: string, link: StoredLink, event: StoredEvent): boolean =>
  event.id === link.eventId && linkHash(previousHash, { ...link, event }) === link.hash;

const places = ({ from, to }: Finding) =>
  from === to ? `entry ${from}` : `entries ${from} to ${to}`;

/** A finding in words, for people. */
export function describeFinding(finding: Finding): string {
  const where = places(finding);
  switch (finding.kind) {
    case 'altered':
      return `${where}: does not follow from what stands before: edited, replaced, inserted or moved${finding.eventId ? ` (event ${finding.eventId})` : ''}`;
    case 'missing':
      return `${where}: gone from within the chain`;
    case 'event-missing':
      return `${where}: the event ${finding.eventId} is gone`;
    case 'cut-off':
      return `${where}: cut off from the end; the anchor knows them`;
    case 'rewritten':
      return `${where}: written anew; the chain is not the one that was anchored`;
    case 'not-chained':
      return `event ${finding.eventId}: has no place in the chain`;
    case 'not-anchored':
      return `${where}: no anchor vouches for the end of this chain`;
  }
}
