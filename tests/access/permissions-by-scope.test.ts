import { expect, test, vi } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { refusalOf } from '../testkit/requests.ts';

// No use case asks for a permission any more, as if somebody had forgotten it everywhere: scopes alone are left.
vi.mock('@sufficiency/server/modules/access/actor.ts', async (importOriginal) => ({
  ...(await importOriginal<object>()),
  requirePermission: () => undefined,
}));

const app = await testApp();
const reason = 'input: { id: "U2hhcmluZ0FncmVlbWVudDox", revision: 1, reason: "No." }';
const asked =
  'input: { consortium: "d2n2", dataset: "demand", period: "2026-05", audience: MEMBERS }';
const release = 'id: "UmVsZWFzZTox", revision: 1';

test.each([
  ['provider.brook-lane-care', '{ sharingAgreements { totalCount } }'],
  ['reviewer.d2n2', '{ service(urn: "2532661") { urn } }'],
  ['reviewer.d2n2', '{ provider(key: "cambian-childcare-limited") { key } }'],
  ['reviewer.d2n2', '{ registerChanges { totalCount } }'],
  ['commissioner.derby', '{ auditEvents { totalCount } }'],
  ['commissioner.derby', '{ previewAs(organisation: "d2n2") { role } }'],
  ['commissioner.derby', `mutation { endAgreement(${reason}) { status } }`],
  ['commissioner.derby', `mutation { buildRelease(${asked}) { status } }`],
  ['ig-lead.d2n2', `mutation { publishRelease(input: { ${release} }) { status } }`],
  [
    'reviewer.d2n2',
    `mutation { withdrawRelease(input: { ${release}, reason: "No." }) { status } }`,
  ],
])(
  'scopes refuse %s what its role may not do, without help of the use case: %s',
  async (account, document) => {
    expect(refusalOf(await app.as(account, document))).toMatch(
      /^FORBIDDEN: The role “.+” may not do this\.$/,
    );
  },
);
