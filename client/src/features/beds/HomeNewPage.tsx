import { Link, useNavigate } from 'react-router';
import { Page } from '../../components/Page.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useViewer } from '../access/SessionGate.tsx';
import { typed } from '../fostering/form-choices.ts';
import { DraftText } from '../providers/DraftField.tsx';
import { MarketForm } from '../providers/MarketForm.tsx';
import { fieldsOf, missingFrom } from '../providers/market-draft.ts';
import { typedWhole } from '../providers/refusal.ts';
import { useMarketForm } from '../providers/use-market-form.ts';
import { BedsPages } from './BedsPages.tsx';
import { AddHomeMutation } from './home-changes.ts';
import { homeName } from './home-words.ts';

const id = 'home-';
const fields = fieldsOf(id, { urn: 'URN', name: 'Name', places: 'Places' });

/** Takes a home of the viewer’s area on its list. */
export function HomeNewPage() {
  const { name } = useConsortium();
  const { permissions } = useViewer();
  const mayAdd = permissions.includes('beds:plan');
  return (
    <Page
      title="Add a home"
      context={name}
      subpages={<BedsPages />}
      lead={
        <p>
          {mayAdd
            ? 'Takes a registered service in an area of yours on your list, as the register has it; what differs can be changed on its page. Its places are not operational until somebody says how they are.'
            : 'Homes are taken on the list by commissioners of the authority in whose area they stand.'}
        </p>
      }
    >
      {mayAdd && <HomeNewForm />}
    </Page>
  );
}

function HomeNewForm() {
  const { code } = useConsortium();
  const navigate = useNavigate();
  const form = useMarketForm(AddHomeMutation, {
    ...{ id, fields, onStale: () => undefined, draft: { urn: '', name: '', places: '' } },
    onDone: ({ addHome }) =>
      void navigate(`/${code}/beds/homes/${encodeURIComponent(addHome.id)}`, {
        state: { said: `Added: ${homeName(addHome)}. Now say how its places are.` },
      }),
  });
  const { urn, name, places } = form.draft;
  const many = typedWhole(places);
  return (
    <MarketForm
      form={form}
      button="Add the home"
      working="Adding"
      beside={<Link to={`/${code}/beds/homes`}>Cancel</Link>}
      onSubmit={() =>
        void form.send(
          { urn: urn.trim().toUpperCase(), name: typed(name), places: many },
          missingFrom(id, {
            urn: urn.trim() === '' && 'Enter a URN of the register, for example SC123456',
            places: Number.isNaN(many) && 'Places must be a whole number',
          }),
        )
      }
    >
      <DraftText
        form={form}
        name="urn"
        label="URN"
        hint={
          <>
            Of <Link to={`/${code}/providers/services`}>the register</Link>
          </>
        }
      />
      <DraftText
        form={form}
        name="name"
        label="Your name for it, if any"
        hint="Of the home: never anybody’s"
      />
      <DraftText
        form={form}
        name="places"
        kind="whole"
        label="Places, if not as registered"
        hint="As many as the register says where this is empty"
      />
    </MarketForm>
  );
}
