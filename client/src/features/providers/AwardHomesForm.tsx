import { ChangeAwardHomesMutation } from './framework-mutations.ts';
import type { FrameworkMember } from './framework-queries.ts';
import { HomesField } from './HomesField.tsx';
import { FoldedForm } from './MarketForm.tsx';
import { fieldsOf } from './market-draft.ts';
import { counted } from './market-words.ts';
import { useMarketForm } from './use-market-form.ts';

const id = 'award-homes-';
const fields = fieldsOf(id, { services: 'Homes:' });

/** Says anew which homes a provider offers, as when a framework is opened again. */
export function AwardHomesForm(props: {
  readonly award: FrameworkMember;
  readonly onStale: () => void;
  readonly onDone: (said: string) => void;
}) {
  const { award, onStale, onDone } = props;
  const { provider, offers, version } = award;
  const now: readonly string[] = offers.map(({ urn }) => urn);
  const form = useMarketForm(ChangeAwardHomesMutation, {
    ...{ id, fields, onStale, draft: { services: now } },
    onDone: () =>
      onDone(
        `${provider?.name ?? 'The provider'} offers ${counted(services.length, 'home or service', 'homes and services')} now.`,
      ),
  });
  const { services } = form.draft;
  return (
    <FoldedForm
      title="Change its homes"
      form={form}
      present={`${now.join(', ') || 'no homes named'}.`}
      button="Keep these homes"
      working="Keeping"
      onSubmit={() => void form.send({ id: award.id, version, services: [...services] }, [])}
    >
      <HomesField
        form={form}
        label="Homes and services it offers"
        provider={provider?.key ?? null}
      />
    </FoldedForm>
  );
}
