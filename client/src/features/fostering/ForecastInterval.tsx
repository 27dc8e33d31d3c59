/** What the interval of a forecast holds and what it does not, in plain words. */
export function ForecastInterval() {
  return (
    <div className="section__note">
      <p>
        The interval holds three things: chance; how far one quarter has differed from another in
        how many enquired and how many of them were approved; and how little a short past tells. A
        hub with few quarters behind it is taken to differ as much as Staffordshire’s published
        quarters do, which count as four of its own.
      </p>
      <p>
        It does not hold what was never seen: a campaign, a rule or a fee that changes things from
        now on, events that are entered late, an authority that joins. Forecasts made in one year
        stand or fall together, because the same approvals are held against all of them.
      </p>
    </div>
  );
}
