/** Things to choose from that belong together. */
export interface ChoiceGroup {
  readonly title: string;
  readonly choices: readonly Choice[];
}

export interface Choice {
  readonly value: string;
  readonly text: string;
  readonly hint?: string;
}

/** Lower case and without accents or apostrophes, so that “childrens” finds “children’s”. */
const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase();

/** The choices that contain every word, in any order; groups that keep none are left out. */
export function matchingGroups(
  groups: readonly ChoiceGroup[],
  words: string,
): readonly ChoiceGroup[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  return groups
    .map((group) => ({
      ...group,
      choices: group.choices.filter(({ value, text, hint }) => {
        const all = plain(`${text} ${hint ?? ''} ${value} ${group.title}`);
        return wanted.every((word) => all.includes(word));
      }),
    }))
    .filter(({ choices }) => choices.length > 0);
}
