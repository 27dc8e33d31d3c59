import type { ReactNode } from 'react';
import { Fact } from '../../components/Fact.tsx';
import { writtenDay } from '../indicators/london-day.ts';
import { AgreementItems } from './AgreementItems.tsx';
import { AgreementParties } from './AgreementParties.tsx';
import { AgreementVersions } from './AgreementVersions.tsx';
import type { Agreement } from './sharing-queries.ts';

/** All that one version of an agreement says, in numbered sections, for the screen and for paper. */
export function AgreementDocument(props: {
  readonly consortium: string;
  readonly agreement: Agreement;
}) {
  const { consortium, agreement } = props;
  return (
    <div className="agreement__document">
      <Section number={1} title="Parties and signatures">
        <AgreementParties parties={agreement.parties} />
      </Section>
      <Section number={2} title="Purposes and lawful basis">
        <Purposes agreement={agreement} />
      </Section>
      <Section number={3} title="What is shared with whom">
        <AgreementItems items={agreement.items} />
        <Facts>
          <Fact name="Onward sharing">{agreement.onwardSharing}</Fact>
        </Facts>
      </Section>
      <Section number={4} title="People and data">
        <People agreement={agreement} />
      </Section>
      <Section number={5} title="Governance">
        <Governance agreement={agreement} />
      </Section>
      <Section number={6} title="Security and breach">
        <Facts>
          <Fact name="Security measures">{agreement.securityMeasures}</Fact>
          <Fact name="A breach is told to">{agreement.breachContact}</Fact>
          <Fact name="Within">{`${agreement.breachHours} hours`}</Fact>
          <Fact name="Transfer abroad">{agreement.internationalTransfer}</Fact>
        </Facts>
      </Section>
      <Section number={7} title="Retention and end">
        <Facts>
          <Fact name="First day">{writtenDay(agreement.startsOn)}</Fact>
          <Fact name="Last day">{writtenDay(agreement.endsOn)}</Fact>
          <Fact name="Kept for">{agreement.retention}</Fact>
          <Fact name="At the end">{agreement.deletionAtEnd}</Fact>
          <Fact name="Notice">{agreement.terminationNotice}</Fact>
        </Facts>
      </Section>
      <Section number={8} title="History of versions">
        <AgreementVersions consortium={consortium} agreement={agreement} />
      </Section>
    </div>
  );
}

function Purposes({ agreement }: { readonly agreement: Agreement }) {
  return (
    <Facts>
      <Fact name="Purposes">{agreement.purposes.map(capitalised).join('; ')}</Fact>
      <Fact name="Why it is necessary">{agreement.whyNecessary}</Fact>
      <Fact name="Power to share">{agreement.statutoryGateway}</Fact>
      <Fact name="UK GDPR Article 6">{agreement.lawfulBasisArticle6}</Fact>
      <Fact name="UK GDPR Article 9">{agreement.conditionArticle9}</Fact>
      <Fact name="Data Protection Act 2018, Schedule 1">{agreement.conditionSchedule1}</Fact>
      <Fact name="Appropriate policy document">{agreement.policyDocumentReference}</Fact>
    </Facts>
  );
}

function People({ agreement }: { readonly agreement: Agreement }) {
  return (
    <Facts>
      <Fact name="Whom the data is about">{agreement.categoriesOfPeople.join('; ')}</Fact>
      <Fact name="Special category data">{yesOrNo(agreement.containsSpecialCategory)}</Fact>
      <Fact name="Criminal offence data">{yesOrNo(agreement.containsCriminal)}</Fact>
      <Fact name="People’s rights are answered by">{agreement.rightsContact}</Fact>
      <Fact name="Privacy notices">
        {agreement.privacyNoticeUrls.length === 0
          ? null
          : agreement.privacyNoticeUrls.map((url) => <PrivacyNotice key={url} url={url} />)}
      </Fact>
    </Facts>
  );
}

/** Only a web address becomes a link. */
function PrivacyNotice({ url }: { readonly url: string }) {
  return (
    <span className="agreement__line">
      {/^https?:\/\//.test(url) ? (
        <a href={url} rel="noreferrer">
          {url}
        </a>
      ) : (
        url
      )}
    </span>
  );
}

function Governance({ agreement }: { readonly agreement: Agreement }) {
  const { dpiaReference, dpiaDatedOn, accessReviewedOn } = agreement;
  const dpia = dpiaDatedOn === null ? 'Not dated yet' : `Dated ${writtenDay(dpiaDatedOn)}`;
  return (
    <Facts>
      <Fact name="Impact assessment (DPIA)">
        {dpiaReference === null ? dpia : `${dpiaReference}. ${dpia}`}
      </Fact>
      <Fact name="Residual risk">{agreement.residualRisk}</Fact>
      <Fact name="To be reviewed by">{writtenDay(agreement.reviewDueOn)}</Fact>
      <Fact name="Access is reviewed">
        {`At least every ${agreement.accessReviewMonths} months; ${
          accessReviewedOn === null ? 'not reviewed yet' : `last on ${writtenDay(accessReviewedOn)}`
        }, due by ${writtenDay(agreement.accessReviewDueOn)}`}
      </Fact>
      <Fact name="Processor’s terms">{agreement.processorTerms}</Fact>
      <Fact name="Right to audit">{agreement.auditRight}</Fact>
    </Facts>
  );
}

function Section(props: {
  readonly number: number;
  readonly title: string;
  readonly children: ReactNode;
}) {
  const id = `section-${props.number}`;
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>
        {props.number}. {props.title}
      </h2>
      {props.children}
    </section>
  );
}

const Facts = ({ children }: { readonly children: ReactNode }) => (
  <dl className="facts">{children}</dl>
);

const yesOrNo = (is: boolean) => (is ? 'Yes' : 'No');
const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
