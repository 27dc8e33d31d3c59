import {
  approvalsAt,
  enquiriesNeeded,
  upliftOn,
} from '@sufficiency/shared/fostering/target-chain.ts';
import { useState } from 'react';
import type { FosteringTarget } from './target-queries.ts';
import { roughly } from './target-words.ts';

/** What approvals other enquiries and another rate would bring, and what they would be over the baseline: reckoned in the page. */
export function TargetWhatIf({ target }: { readonly target: FosteringTarget }) {
  const [enquiries, setEnquiries] = useState(target.enquiries ?? 500);
  const [rate, setRate] = useState(target.conversionPercent ?? 10);
  const baseline = target.baselineApprovals;
  const approvals = Math.round(approvalsAt(enquiries, rate));
  const uplift = baseline === null ? null : upliftOn(baseline, approvals);
  const needed = enquiriesNeeded(target.approvals, rate);
  return (
    <section className="section" aria-labelledby="target-what-if">
      <h2 id="target-what-if">What if</h2>
      <div className="what-if">
        <Slider
          id="what-if-enquiries"
          label="Enquiries in the year"
          text={enquiries.toLocaleString('en-GB')}
          value={enquiries}
          most={Math.max(200, (target.enquiries ?? 500) * 2)}
          step={1}
          onChange={setEnquiries}
        />
        <Slider
          id="what-if-rate"
          label="Approved of enquiries"
          text={`${rate} %`}
          value={rate}
          most={Math.max(30, Math.ceil(rate))}
          step={0.05}
          onChange={(value) => setRate(Math.round(value * 100) / 100)}
        />
      </div>
      <p role="status" className="what-if__answer">
        {enquiries.toLocaleString('en-GB')} enquiries × {rate} % ={' '}
        <strong>{approvals} approvals</strong>, {gapText(approvals - target.approvals)} the target
        of {target.approvals}
        {uplift !== null && `, and ${roughly(Math.round(uplift))} % on a baseline of ${baseline}`}.{' '}
        {needed !== null &&
          `At this rate ${target.approvals} approvals need ${needed.toLocaleString('en-GB')} enquiries.`}
      </p>
      <p className="section__note">Nothing of this is kept. Approvals are whole households.</p>
    </section>
  );
}

function gapText(gap: number): string {
  if (gap === 0) return 'exactly';
  return gap > 0 ? `${gap} above` : `${-gap} below`;
}

function Slider(props: {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly value: number;
  readonly most: number;
  readonly step: number;
  readonly onChange: (value: number) => void;
}) {
  const { id, label, text, value, most, step, onChange } = props;
  return (
    <div className="govuk-form-group what-if__slider">
      <label className="govuk-label" htmlFor={id}>
        {label}: <span className="what-if__value">{text}</span>
      </label>
      <input
        {...{ id, value, step, type: 'range', min: 0, max: most, 'aria-valuetext': text }}
        onChange={({ target }) => onChange(target.valueAsNumber)}
      />
    </div>
  );
}
