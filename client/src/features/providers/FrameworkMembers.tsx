import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { Button } from '../../components/Button.tsx';
import { FieldSelect } from '../../components/Field.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { TableRegion } from '../../components/TableRegion.tsx';
import { AwardAddForm } from './AwardAddForm.tsx';
import { AwardPanel } from './AwardPanel.tsx';
import { FrameworkMemberLine } from './FrameworkMemberLine.tsx';
import type { Framework, FrameworkMember } from './framework-queries.ts';
import { FrameworkMembersQuery } from './framework-queries.ts';
import { counted, whyInWords } from './market-words.ts';

/** Memberships on a page. */
const pageSize = 50;

/** Who is on a framework, as far as the viewer may see; with forms for whoever keeps it, buys by it, or has prices. */
export function FrameworkMembers(props: {
  readonly framework: Framework;
  readonly onStale: () => void;
  readonly onDone: (said: string) => void;
}) {
  const { framework, onStale, onDone } = props;
  const [address] = useSearchParams();
  const navigate = useNavigate();
  const [opened, setOpened] = useState<string | null>(null);
  const lot = address.get('lot');
  const [result, ask] = useQuery({
    query: FrameworkMembersQuery,
    variables: { id: framework.id, lot, first: pageSize, after: address.get('after') },
  });
  const again = () => ask({ requestPolicy: 'network-only' });
  const go = (name: 'lot' | 'after', value: string) => {
    const search = new URLSearchParams(address);
    search.delete('after');
    search.set(name, value);
    if (value === '') search.delete(name);
    void navigate(`?${search}`, { preventScrollReset: true });
  };

  return (
    <section className="section" aria-labelledby="framework-members">
      <h2 id="framework-members">Who is on it</h2>
      <QueryState result={result} title="who is on it" lines={6} retry={again}>
        {({ framework: found }) => {
          const awards = found?.awards;
          if (!awards) return null;
          const members = awards.edges.map(({ node }) => node);
          const shown = members.find(({ id }) => id === opened);
          return (
            <>
              <p className="section__note">
                {membersSentence(awards.totalCount, members, framework)}
              </p>
              {framework.lots.length > 1 && (
                <form className="market-filters" aria-label="Narrow who is shown">
                  <FieldSelect
                    id="members-lot"
                    label="Lot"
                    options={[
                      { value: '', text: 'All lots' },
                      ...framework.lots.map(({ number, title }) => ({
                        value: number,
                        text: `${number}. ${title}`,
                      })),
                    ]}
                    value={lot ?? ''}
                    onChange={({ target: { value } }) => go('lot', value)}
                  />
                </form>
              )}
              {members.length > 0 && <MembersTable members={members} onOpen={setOpened} />}
              {awards.pageInfo.hasNextPage && (
                <Button
                  kind="secondary"
                  size="small"
                  onClick={() => go('after', awards.pageInfo.endCursor ?? '')}
                >
                  Next {pageSize}
                </Button>
              )}
              {shown && (
                <AwardPanel
                  award={shown}
                  framework={framework}
                  onStale={again}
                  onClose={() => setOpened(null)}
                  onDone={(said) => {
                    setOpened(null);
                    again();
                    onDone(said);
                  }}
                />
              )}
            </>
          );
        }}
      </QueryState>
      {framework.viewerCanChange && (
        <AwardAddForm
          framework={framework}
          onStale={onStale}
          onDone={(said) => {
            again();
            onDone(said);
          }}
        />
      )}
    </section>
  );
}

/** How many memberships are seen, ended ones among them, and why; or why none are. */
function membersSentence(
  total: number,
  members: readonly FrameworkMember[],
  { lotMemberships }: Framework,
): string {
  if (total > 0) {
    return `${counted(total, 'membership')} that you see, ended ones included. ${whyInWords(members[0]?.why ?? lotMemberships.why)}`;
  }
  return lotMemberships.symbol === null
    ? 'Nobody is recorded as being on it.'
    : `You do not see who is on it. ${lotMemberships.why}`;
}

function MembersTable(props: {
  readonly members: readonly FrameworkMember[];
  readonly onOpen: (id: string) => void;
}) {
  return (
    <TableRegion label="Memberships">
      <table className="table table--stack">
        <caption className="govuk-visually-hidden">Memberships</caption>
        <thead>
          <tr>
            <th scope="col">Provider</th>
            <th scope="col">Lot and tier</th>
            <th scope="col">On it</th>
            <th scope="col">Homes and services</th>
            <th scope="col" className="table__number">
              Own price, and published maximum
            </th>
            <th scope="col">
              <span className="govuk-visually-hidden">More</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {props.members.map((member) => (
            <FrameworkMemberLine key={member.id} member={member} onOpen={props.onOpen} />
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
