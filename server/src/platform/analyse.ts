import type { Pool } from 'pg';

/**
 * Lets PostgreSQL know what is in the tables that sight and funnels are worked out from: it does not look by itself at tables that
 * are small or were filled a moment ago, and joins badly what it does not know.
 *
 * @param pool connected as the loader role.
 */
export async function analyse(pool: Pool): Promise<void> {
  await pool.query(
    `analyze organisation, organisation_authority, consortium_member, account, membership, sharing_agreement,
       agreement_party, agreement_item, observation, fostering_enquiry, fostering_event, fostering_household,
       fostering_place_state, home, home_place, home_event, home_day`,
  );
}
