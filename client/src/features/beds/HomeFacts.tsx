import { homeNeeds } from '@sufficiency/shared/beds/needs.ts';
import { judgementTitles } from '@sufficiency/shared/providers/judgements.ts';
import { provisionTitles } from '@sufficiency/shared/providers/provision-types.ts';
import { Fact } from '../../components/Fact.tsx';
import { writtenDay } from '../indicators/london-day.ts';
import { counted } from '../returns/return-words.ts';
import { gendersWords, reasonTitle } from './home-words.ts';
import type { Home } from './homes-queries.ts';

const yesNo = (is: boolean) => (is ? 'yes' : 'no');

const needTitle = (code: string) =>
  homeNeeds.codes.find((one) => one.code === code)?.label.toLowerCase() ?? code;

/** What a home is, and for whom. */
export function HomeFacts(props: { readonly home: Home }) {
  const { home } = props;
  return (
    <section className="section">
      <h2>The home</h2>
      <dl className="facts">
        <Fact name="What it is">
          {provisionTitles[home.provisionType]}, URN {home.urn}
          {home.inHouse && ', in-house'}
        </Fact>
        <Fact name="Provider">{home.provider?.name ?? 'not named by the register'}</Fact>
        <Fact name="Area">{home.authority?.name}</Fact>
        <Fact name="Judgement">
          {home.service?.judgement ? judgementTitles[home.service.judgement] : 'not judged yet'}
        </Fact>
        <Fact name="Takes">
          {gendersWords[home.genders]}, ages {home.ageFrom} to {home.ageTo}
        </Fact>
        <Fact name="Needs it can meet">
          {home.needs.length === 0 ? 'not said' : home.needs.map(needTitle).join(', ')}
        </Fact>
        <Fact name="Siblings together">{yesNo(home.siblings)}</Fact>
        <Fact name="Can be run for one child">{yesNo(home.solo)}</Fact>
        <Fact name="Education on site">{yesNo(home.education)}</Fact>
        <Fact name="Admits on the same day">{yesNo(home.emergency)}</Fact>
        <Fact name="Notice">
          {home.noticeDays === 0 ? 'none needed' : counted(home.noticeDays, 'day')}
        </Fact>
        <Fact name="Off framework">
          {home.spot ? 'offers places to anybody' : 'on framework or block only'}
        </Fact>
        {home.location && (
          <Fact name="Where it is">
            {home.location.latitude}, {home.location.longitude}: your organisation alone sees it
          </Fact>
        )}
        {home.opensOn !== null && <Fact name="Opens">{writtenDay(home.opensOn)}</Fact>}
        {home.closesOn !== null && <Fact name="Closes">{writtenDay(home.closesOn)}</Fact>}
        {home.closedByReason.length > 0 && (
          <Fact name="Closed places">
            {home.closedByReason
              .map(({ reason, places }) => `${places}: ${reasonTitle(reason)}`)
              .join('; ')}
          </Fact>
        )}
        {home.blocks.map(({ authority, places, occupied, accepting }) => (
          <Fact key={authority?.id ?? ''} name={`Block of ${authority?.name ?? 'an authority'}`}>
            {places} places: {occupied} occupied, {accepting} vacant and accepting
          </Fact>
        ))}
        <Fact name="Why you may see it">{home.why}</Fact>
      </dl>
    </section>
  );
}
