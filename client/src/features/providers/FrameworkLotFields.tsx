import { DraftSelect, DraftText } from './DraftField.tsx';
import { DraftRows } from './DraftRows.tsx';
import type { FrameworkDraft, LotDraft, TierDraft } from './framework-draft.ts';
import type { DraftForm } from './market-draft.ts';
import { boughtServices } from './market-words.ts';

/** The lots of a framework, each with its tiers. */
export function FrameworkLotFields({ form }: { readonly form: DraftForm<FrameworkDraft> }) {
  return (
    <DraftRows
      form={form}
      name="lots"
      one="lot"
      titleOf={({ number, title }, index) =>
        number === '' ? `New lot ${index + 1}` : `Lot ${number}. ${title}`
      }
      fresh={freshLot}
    >
      {(lot) => (
        <>
          <DraftText form={lot} name="number" label="Number" hint="As its documents number it" />
          <DraftText form={lot} name="title" label="Title" />
          <DraftText form={lot} name="need" label="Need it is for" />
          <DraftText
            form={lot}
            name="maximumWeeklyPrice"
            kind="number"
            label="Published maximum, in pounds a week"
          />
          <DraftSelect
            form={lot}
            name="service"
            label="Service, if the framework buys several"
            options={[{ value: '', text: 'As the framework' }, ...boughtServices]}
          />
          <DraftText
            form={lot}
            name="printedMemberships"
            kind="whole"
            label="Memberships, as printed"
          />
          <DraftRows
            form={lot}
            name="tiers"
            one="tier"
            titleOf={({ number, title }, index) =>
              number === '' ? `New tier ${index + 1}` : `Tier ${number}. ${title}`
            }
            fresh={freshTier}
          >
            {(tier) => (
              <>
                <DraftText
                  form={tier}
                  name="number"
                  kind="whole"
                  label="Number of the tier"
                  hint="1 is asked first"
                />
                <DraftText form={tier} name="title" label="Title of the tier" />
                <DraftText
                  form={tier}
                  name="hoursToRespond"
                  kind="whole"
                  label="Time to respond, in hours"
                />
              </>
            )}
          </DraftRows>
        </>
      )}
    </DraftRows>
  );
}

const freshLot = (row: string): LotDraft => ({
  ...{ row, number: '', title: '', service: '', need: '' },
  ...{ maximumWeeklyPrice: '', printedMemberships: '', tiers: [] },
});

const freshTier = (row: string): TierDraft => ({ row, number: '', title: '', hoursToRespond: '' });
