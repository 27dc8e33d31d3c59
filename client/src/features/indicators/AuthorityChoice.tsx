import { useId } from 'react';
import { Button } from '../../components/Button.tsx';
import { ChoiceList } from './ChoiceList.tsx';
import type { CompareChoices } from './compare-query.ts';

/** Chooses the authorities of a comparison: the members, or any of England's, by region or by words. */
export function AuthorityChoice(props: {
  readonly choices: CompareChoices;
  /** Null for the members. */
  readonly chosen: readonly string[] | null;
  readonly onChange: (chosen: readonly string[] | null) => void;
}) {
  const { choices, onChange } = props;
  const id = useId();
  const members = (choices.consortium?.members ?? []).map(({ code }) => code);
  const chosen = props.chosen ?? members;
  const consortium = choices.consortium?.name ?? 'the consortium';

  const others = choices.authorities.filter(({ code }) => !members.includes(code));
  const named = (list: readonly { readonly code: string; readonly name: string }[]) =>
    list.map(({ code, name }) => ({ value: code, text: name }));
  const groups = [
    { title: `Members of ${consortium}`, choices: named(choices.consortium?.members ?? []) },
    ...[...Map.groupBy(others, ({ region }) => region)]
      .toSorted(([one], [other]) => one.localeCompare(other))
      .map(([region, list]) => ({
        title: list.length === countIn(choices, region) ? region : `${region}, others`,
        choices: named(list),
      })),
  ];

  // The members as such, not the list of them: a link then follows the consortium as it changes.
  const choose = (codes: readonly string[]) => {
    const areMembers =
      codes.length === members.length && members.every((code) => codes.includes(code));
    onChange(areMembers ? null : codes);
  };

  return (
    <ChoiceList
      id={id}
      filterLabel="Find authorities or regions"
      groups={groups}
      chosen={chosen}
      onChange={choose}
      actions={
        <>
          <Button kind="quiet" size="small" onClick={() => onChange(null)}>
            Members only
          </Button>
          <Button
            kind="quiet"
            size="small"
            onClick={() => onChange(choices.authorities.map(({ code }) => code))}
          >
            All {choices.authorities.length}
          </Button>
          <Button kind="quiet" size="small" onClick={() => onChange([])}>
            Remove all
          </Button>
        </>
      }
    />
  );
}

const countIn = ({ authorities }: CompareChoices, region: string) =>
  authorities.filter((authority) => authority.region === region).length;
