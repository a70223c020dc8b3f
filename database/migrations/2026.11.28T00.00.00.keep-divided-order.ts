import type { Knex } from 'knex';

/**
 * Lists the units of what was awarded under rules that divide by their order (3:2 to the first two) as
 * it was divided: by number, when the order of the form was not looked at. So those awards stand, and
 * whoever changes the order lets the change count. Under the regulation all have the same part (§七.8).
 */

const RULE_SETS = 'points_rule_sets';
const UNITS = 'points_submissions_units_lnk';

const DIVIDES_BY_ORDER = /"kind"\s*:\s*"(weights|first)"/;

interface Stored {
  id: number;
  channels: unknown;
  extensions: unknown;
}

/** As text, whatever somebody wrote there. */
const divides = ({ channels, extensions }: Stored): boolean =>
  [channels, extensions].some((value) =>
    DIVIDES_BY_ORDER.test(typeof value === 'string' ? value : JSON.stringify(value ?? null))
  );

export const up = async (trx: Knex): Promise<void> => {
  if (!(await trx.schema.hasTable(UNITS))) return;
  if (!(await trx.schema.hasColumn(RULE_SETS, 'extensions'))) return;
  const stored: Stored[] = await trx(RULE_SETS).select('id', 'channels', 'extensions');
  const dividing = stored.filter(divides).map(({ id }) => id);
  if (dividing.length === 0) return;
  const awarded = trx('points_postings')
    .whereIn('rule_set_id', dividing)
    .whereNotNull('submission_id')
    .select('submission_id');
  const byNumber = trx(UNITS)
    .whereIn('submission_id', awarded)
    .select(
      'id',
      trx.raw('row_number() over (partition by submission_id order by unit_id) as place')
    );
  await trx.raw('update ?? as l set unit_ord = p.place from (?) as p where p.id = l.id', [
    UNITS,
    byNumber,
  ]);
};
