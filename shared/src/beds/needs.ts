import type { CodeList } from '../returns/code-lists/code-list.ts';

/** Needs that a home can meet. None describes a child: a home has a list of them, a search asks for some. */
export const homeNeeds: CodeList = {
  name: 'home-need',
  title: 'Need a home can meet',
  source: 'Ours, after the groups of children a home is registered for',
  codes: [
    { code: 'EMOTIONAL', label: 'Emotional or behavioural difficulties' },
    { code: 'MENTAL-HEALTH', label: 'Mental health needs' },
    { code: 'LEARNING', label: 'Learning disability' },
    { code: 'PHYSICAL', label: 'Physical disability' },
    { code: 'SENSORY', label: 'Sensory impairment' },
  ],
};

export const needCodes = homeNeeds.codes.map(({ code }) => code);

/** The code of a need as the register prints it, for example `learning disability`; null where there is none. */
export const needCodeOf = (printed: string): string | null =>
  homeNeeds.codes.find(({ label }) => label.toLowerCase() === printed.trim().toLowerCase())?.code ??
  null;
