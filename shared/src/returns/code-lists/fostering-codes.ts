import type { CodeList } from './code-list.ts';

const ofsted = 'Ofsted, Fostering in England';

/** Whom a household offers to foster. */
export const householdTypes: CodeList = {
  name: 'household-type',
  title: 'Type of household',
  source: `${ofsted}, household types`,
  codes: [
    { code: 'MAINSTREAM', label: 'Mainstream, with fostering to adopt' },
    { code: 'FAMILY-FRIENDS', label: 'Family and friends (kinship)' },
    { code: 'SHORT-BREAKS', label: 'Short breaks' },
  ],
};

/** Stages of recruitment, in order. */
export const fosteringStages: CodeList = {
  name: 'fostering-stage',
  title: 'Stage',
  source: `${ofsted}, and the stages of the Fostering Services Regulations 2011`,
  codes: [
    { code: 'ENQUIRY', label: 'Initial enquiry' },
    { code: 'VISIT', label: 'Initial visit' },
    { code: 'APPLICATION', label: 'Application received' },
    { code: 'STAGE1', label: 'Stage 1 begun' },
    { code: 'STAGE2', label: 'Stage 2 begun' },
    { code: 'PANEL', label: 'Heard by the panel' },
    { code: 'APPROVAL', label: 'Approved' },
  ],
};

/** What can happen to one household, events being the stages and the two ways out. */
export const fosteringEvents: CodeList = {
  name: 'fostering-event',
  title: 'Event',
  source: fosteringStages.source,
  codes: [
    ...fosteringStages.codes,
    { code: 'NOT-APPROVED', label: 'Not approved' },
    { code: 'WITHDRAWN', label: 'Withdrawn' },
    { code: 'DEREGISTERED', label: 'Deregistered' },
  ],
};

/** Why a household withdrew, from 2023-24 on. */
export const withdrawalReasons: CodeList = {
  name: 'withdrawal-reason',
  title: 'Reason for withdrawing',
  source: `${ofsted}, withdrawal codes`,
  codes: [
    { code: 'AW0', label: 'Other or unknown', from: '2023-24' },
    { code: 'AW1', label: 'Fostering was not as expected', from: '2023-24' },
    { code: 'AW2', label: 'The assessment was not as expected', from: '2023-24' },
    { code: 'AW3', label: 'Circumstances changed, not for money', from: '2023-24' },
    { code: 'AW4', label: 'Money', from: '2023-24' },
    { code: 'AW5', label: 'Risk of allegations', from: '2023-24' },
  ],
};

/** Why a household stopped fostering: reasons that authorities print; Ofsted's own codes are not public. */
export const deregistrationReasons: CodeList = {
  name: 'deregistration-reason',
  title: 'Reason for deregistering',
  source: 'Reasons printed in published sufficiency strategies',
  codes: [
    { code: 'MANDATORY', label: 'Mandatory, not the carer’s decision' },
    { code: 'VOLUNTARY', label: 'Voluntary, the carer’s decision' },
    { code: 'SGO', label: 'Special guardianship order' },
    { code: 'ADOPTION', label: 'Adoption' },
    { code: 'NK', label: 'Not known or not recorded' },
  ],
};

/** How a household heard of fostering. */
export const enquirySources: CodeList = {
  name: 'enquiry-source',
  title: 'Where the enquiry came from',
  source: 'Ours, after the sources fostering hubs report',
  codes: [
    { code: 'WEB', label: 'Website or search' },
    { code: 'SOCIAL', label: 'Social media' },
    { code: 'CARER', label: 'A foster carer’s recommendation' },
    { code: 'EVENT', label: 'Event or local campaign' },
    { code: 'HUB', label: 'The regional hub' },
    { code: 'CHILD', label: 'Came forward for a child they know' },
    { code: 'NK', label: 'Other or not known' },
  ],
};
