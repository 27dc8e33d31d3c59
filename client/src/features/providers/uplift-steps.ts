import type { Uplift } from './framework-queries.ts';

type Status = Uplift['status'];

/** Where a request for higher prices stands. */
export const upliftStatus: Readonly<Record<Status, string>> = {
  ASKED: 'asked',
  IN_HAND: 'in hand',
  AGREED: 'agreed',
  PARTLY_AGREED: 'partly agreed',
  REFUSED: 'refused',
  WITHDRAWN: 'withdrawn',
};

/** Tone of the tag that says so. */
export const upliftTone: Readonly<Record<Status, 'accent' | 'neutral'>> = {
  ASKED: 'accent',
  IN_HAND: 'accent',
  AGREED: 'neutral',
  PARTLY_AGREED: 'neutral',
  REFUSED: 'neutral',
  WITHDRAWN: 'neutral',
};

/** Whether it is still to be decided. */
export const isOpen = ({ status }: Pick<Uplift, 'status'>): boolean =>
  status === 'ASKED' || status === 'IN_HAND';

/** Where whoever may move a request can move it. */
export function stepsOf(
  uplift: Pick<Uplift, 'status' | 'viewerCanHandle' | 'viewerCanWithdraw'>,
): readonly { readonly value: Status; readonly text: string }[] {
  const all: readonly { readonly value: Status; readonly text: string }[] = [
    { value: 'IN_HAND', text: 'In hand' },
    { value: 'AGREED', text: 'Agree as asked' },
    { value: 'PARTLY_AGREED', text: 'Agree to less' },
    { value: 'REFUSED', text: 'Refuse' },
    { value: 'WITHDRAWN', text: 'Withdrawn by the provider' },
  ];
  const handled = uplift.viewerCanHandle ? all : all.filter(({ value }) => value === 'WITHDRAWN');
  return handled.filter(({ value }) => value !== uplift.status);
}
