import { describe, expect, test } from 'vitest';
import { agreementCalendar, calendarSentence } from './agreement-calendar.ts';
import { agreementWith } from './agreement-fixture.ts';

const today = '2026-11-22';
const late = agreementWith({
  id: 'late',
  reference: 'D2N2/2026/05',
  accessReviewDueOn: '2026-09-30',
  endsOn: '2027-03-31',
});

describe('the calendar of agreements', () => {
  test('puts reviews whose day has passed first, as overdue', () => {
    const { overdue } = agreementCalendar([late], today);

    expect(overdue.map(({ kind, day }) => [kind, day])).toEqual([['access-review', '2026-09-30']]);
  });

  test('puts what comes into months, in order', () => {
    const { coming } = agreementCalendar([late], today);

    expect(coming.map(({ title, events }) => [title, events.map(({ kind }) => kind)])).toEqual([
      ['March 2027', ['review', 'end']],
    ]);
  });

  test('puts what falls on one day in order of its references', () => {
    const second = agreementWith({ id: 'second', reference: 'D2N2/2026/02' });
    const first = agreementWith({ id: 'first', reference: 'D2N2/2026/01' });

    const { coming } = agreementCalendar([second, first], today);

    expect(coming.at(-1)?.events.map(({ agreement }) => agreement.reference)).toEqual([
      'D2N2/2026/01',
      'D2N2/2026/02',
    ]);
  });

  test('does not call a day overdue before it has passed', () => {
    const due = agreementWith({ accessReviewDueOn: today });

    expect(agreementCalendar([due], today).overdue).toEqual([]);
  });

  test('asks nothing more of an agreement that is over', () => {
    const ended = agreementWith({ status: 'ENDED', endsOn: '2026-03-31' });

    const calendar = agreementCalendar([ended], today);

    expect([calendar.overdue, calendar.coming]).toEqual([[], []]);
    expect(calendar.passed.map(({ kind }) => kind)).toEqual(['end', 'dpia']);
  });

  test('says what is overdue and what comes next', () => {
    expect(calendarSentence(agreementCalendar([late], today), today)).toBe(
      'Overdue since 30 September 2026: D2N2/2026/05 is due for its access review. Next, D2N2/2026/05 is due for review on 1 March 2027.',
    );
  });

  test('says that nothing is due', () => {
    expect(calendarSentence(agreementCalendar([], today), today)).toBe('Nothing is due.');
  });
});
