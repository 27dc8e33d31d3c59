import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { oddityOf, questionInWords } from './event-order.ts';
import type { EnquiryEvent } from './events.ts';
import { eventOfReturn, inOrder } from './events.ts';
import { defaultStages, standardStages } from './stages.ts';

const day = (offset: number) => new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10);

/** A whole life in order: each stage as many days after the one before as `gaps` says. */
const lifeOf = (gaps: readonly number[]): EnquiryEvent[] =>
  standardStages.map((kind, index) => ({
    kind,
    on: day(gaps.slice(0, index + 1).reduce((sum, gap) => sum + gap, 0)),
  }));

const gaps = fc.array(fc.nat({ max: 60 }), {
  minLength: standardStages.length,
  maxLength: standardStages.length,
});

/** Whether each event, one after another, is odd beside those before it. */
const oddOnes = (events: readonly EnquiryEvent[]) =>
  inOrder(events).map((event, index, all) => oddityOf(event, all.slice(0, index), defaultStages));

describe('what is odd about an event', () => {
  test('is nothing in a life that goes its way, however long each stage takes', () => {
    fc.assert(
      fc.property(gaps, (lengths) => {
        expect(oddOnes(lifeOf(lengths))).toEqual(standardStages.map(() => null));
      }),
    );
  });

  test('does not depend on the order in which events are sent', () => {
    fc.assert(
      fc.property(gaps, fc.infiniteStream(fc.nat()), (lengths, keys) => {
        const mixed = lifeOf(lengths)
          .map((event) => ({ event, key: keys.next().value }))
          .toSorted((one, other) => one.key - other.key)
          .map(({ event }) => event);

        expect(inOrder(mixed)).toEqual(inOrder(lifeOf(lengths)));
      }),
    );
  });

  test('is that a stage lies before one it follows, by any number of days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), (late) => {
        const known = [
          { kind: 'RECEIVED', on: day(0) },
          { kind: 'PANEL', on: day(500) },
          { kind: 'STAGE2-START', on: day(100) },
        ];
        const event = { kind: 'APPLICATION', on: day(100 + late) };

        expect(oddityOf(event, known, defaultStages)).toEqual({
          question: 'OUT-OF-ORDER',
          against: 'STAGE2-START',
        });
      }),
    );
  });

  test('is not that stages 1 and 2 overlap, or that an information event comes late', () => {
    const known = [
      { kind: 'RECEIVED', on: day(0) },
      { kind: 'APPLICATION', on: day(10) },
      { kind: 'STAGE1-START', on: day(11) },
      { kind: 'STAGE2-START', on: day(20) },
    ];

    expect(oddityOf({ kind: 'STAGE1-END', on: day(40) }, known, defaultStages)).toBeNull();
    expect(oddityOf({ kind: 'INFORMATION-EVENT', on: day(41) }, known, defaultStages)).toBeNull();
  });

  test('is not that a stage is missing which nobody records', () => {
    const known = [{ kind: 'RECEIVED', on: day(0) }];
    const unused = defaultStages.map((stage) => ({ ...stage, used: stage.code !== 'APPLICATION' }));
    const approval = { kind: 'APPROVAL', on: day(100) };

    expect(oddityOf(approval, known, unused)).toBeNull();
    expect(oddityOf(approval, known, defaultStages)?.question).toBe('STAGE-MISSING');
  });

  test('is said in words, with what it is odd against', () => {
    const event = { kind: 'APPLICATION', on: '2026-02-01' };
    const odd = { question: 'AFTER-END', against: 'WITHDRAWN' } as const;

    expect(questionInWords(event, odd, defaultStages)).toBe(
      '“Application” on 1 February 2026: it had ended with “Withdrawn” already. Is that right?',
    );
  });

  test('is asked of holds that are none, and not of those that follow one another', () => {
    const known = [
      { kind: 'ON-HOLD', on: day(1) },
      { kind: 'RESUMED', on: day(5) },
    ];

    expect(oddityOf({ kind: 'ON-HOLD', on: day(9) }, known, defaultStages)).toBeNull();
    expect(oddityOf({ kind: 'RESUMED', on: day(9) }, known, defaultStages)?.question).toBe('HOLD');
    expect(oddityOf({ kind: 'ON-HOLD', on: day(3) }, known, defaultStages)?.question).toBe('HOLD');
  });
});

describe('events of returns', () => {
  test('are events of enquiries, but for deregistrations', () => {
    expect(['ENQUIRY', 'VISIT', 'STAGE1', 'STAGE2', 'DEREGISTERED'].map(eventOfReturn)).toEqual([
      'RECEIVED',
      'INITIAL-VISIT',
      'STAGE1-START',
      'STAGE2-START',
      null,
    ]);
  });
});
