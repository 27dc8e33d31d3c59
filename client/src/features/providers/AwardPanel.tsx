import '../indicators/figure-panel.scss';
import { Dialog } from '../../components/Dialog.tsx';
import { AwardCallOffForm } from './AwardCallOffForm.tsx';
import { AwardEndForm } from './AwardEndForm.tsx';
import { AwardHomesForm } from './AwardHomesForm.tsx';
import { AwardPriceForm } from './AwardPriceForm.tsx';
import { CallOffList } from './CallOffList.tsx';
import type { Framework, FrameworkMember } from './framework-queries.ts';
import { price, termInWords, whyInWords } from './market-words.ts';

/** One membership: own prices and call-offs, and what the viewer may do about it. */
export function AwardPanel(props: {
  readonly award: FrameworkMember;
  readonly framework: Framework;
  readonly onStale: () => void;
  readonly onClose: () => void;
  readonly onDone: (said: string) => void;
}) {
  const { award, framework } = props;
  const { provider, lot, lotNumber, callOffs } = award;
  return (
    <Dialog
      place="side"
      onClose={props.onClose}
      title={
        <>
          <span className="figure-panel__subject">
            {framework.title}, lot {lotNumber}
          </span>
          {provider?.name ?? 'A provider'}
        </>
      }
    >
      <dl className="facts">
        <Fact name="On it" text={termInWords(award.startsOn, award.endsOn)} />
        <Fact
          name="Published maximum"
          text={
            lot?.maximumWeeklyPrice == null ? 'none' : `${price(lot.maximumWeeklyPrice)} a week`
          }
        />
        <Fact name="Own prices" text={ownPrices(award)} />
        {callOffs.length === 0 && <Fact name="Own call-offs" text="none recorded" />}
        <Fact
          name="Homes and services"
          text={award.offers.map(({ urn }) => urn).join(', ') || 'none named'}
        />
        <Fact name="Source" text={award.source ?? 'as its holder says'} />
        <Fact name="Why you may see it" text={whyInWords(award.why)} />
      </dl>
      <CallOffList {...props} />
      {award.viewerCanPrice && <AwardPriceForm {...props} />}
      {award.viewerCanCallOff && <AwardCallOffForm {...props} />}
      {framework.viewerCanChange && <AwardHomesForm {...props} />}
      {framework.viewerCanChange && award.endsOn === null && <AwardEndForm {...props} />}
    </Dialog>
  );
}

/** Own prices, one a line; or why there are none. */
function ownPrices({ prices, priceWhy }: FrameworkMember): string {
  if (prices.length === 0) return priceWhy === 'own' ? 'none recorded' : priceWhy;
  return prices
    .map(({ need, weeklyPrice }) => `${price(weeklyPrice)} a week${need && `, ${need}`}`)
    .join('\n');
}

function Fact({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </div>
  );
}
