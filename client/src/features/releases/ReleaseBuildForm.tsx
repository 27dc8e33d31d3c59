import type { FormEvent } from 'react';
import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import type { FieldProblem } from '../../components/ErrorSummary.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { FieldChoices, FieldSelect } from '../../components/Field.tsx';
import { todayInLondon } from '../indicators/london-day.ts';
import type { BuildChoice } from './release-build.ts';
import { audienceChoices, buildMonths, datasetChoices } from './release-build.ts';

import { useReleaseBuild } from './use-release-build.ts';

const noProblems: readonly FieldProblem[] = [];
const whenReady = 'publish';

/** What to build, each choice with what it means; a refusal keeps all that was chosen. */
export function ReleaseBuildForm(props: {
  readonly consortium: string;
  readonly choice: BuildChoice;
  readonly onChoose: (changed: Partial<BuildChoice>) => void;
  /** Called with the key of the release that is being built. */
  readonly onBuilt: (key: string) => void;
}) {
  const { consortium, choice, onChoose, onBuilt } = props;
  const [publishes, setPublishes] = useState(false);
  const [problems, setProblems] = useState(noProblems);
  const { fetching, build } = useReleaseBuild();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (fetching) return;
    setProblems(noProblems);
    const { dataset, month: period, audience } = choice;
    const input = { consortium, dataset, period, audience, publishWhenReady: publishes };
    const outcome = await build({ input });
    if (outcome.problem === null) onBuilt(outcome.key);
    else setProblems([{ field: null, message: outcome.problem }]);
  };

  return (
    <form className="release-build" onSubmit={(event) => void submit(event)} noValidate>
      <ErrorSummary problems={problems} title="The release is not being built" />
      <FieldChoices
        id="build-dataset"
        kind="radios"
        label="Which figures?"
        choices={datasetChoices}
        chosen={[choice.dataset]}
        onChange={(dataset) => onChoose({ dataset })}
      />
      <FieldSelect
        id="build-month"
        label="Which month?"
        hint="Figures as they are in use now. A month that some members have not returned is released without them, and without a figure of the consortium."
        value={choice.month}
        onChange={(event) => onChoose({ month: event.target.value })}
        options={buildMonths(todayInLondon())}
      />
      <FieldChoices
        id="build-audience"
        kind="radios"
        label="For whom?"
        choices={audienceChoices}
        chosen={[choice.audience]}
        onChange={(audience) => onChoose({ audience })}
      />
      <FieldChoices
        id="build-publish"
        kind="checkboxes"
        label="When it is built and audited"
        choices={[
          {
            value: whenReady,
            text: 'Publish it at once',
            hint: 'Otherwise it waits as a draft, so that you can look at it first.',
          },
        ]}
        chosen={publishes ? [whenReady] : []}
        onChange={(_value, on) => setPublishes(on)}
      />
      <p className="section__note">
        Building takes from some seconds to some minutes. It goes on when you leave the page.
      </p>
      <div className="actions">
        <Button type="submit" working={fetching ? 'Starting' : undefined}>
          Build the release
        </Button>
      </div>
    </form>
  );
}
