import { Button, Flex } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { VerifyResponse } from '../../../shared/contracts';
import { ErrorNotice } from '../shared/ErrorNotice';
import { Notice } from '../shared/Notice';
import { trId } from '../shared/translations';
import { useLazyVerifyLedgerQuery } from './bulletins-api';

type Verification = VerifyResponse['data'];

/** Computes the whole ledger's hashes anew, and says whether anybody touched it. */
export const VerifyLedger = () => {
  const { formatMessage } = useIntl();
  const [verify, { data, error, isFetching }] = useLazyVerifyLedgerQuery();
  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      <Button variant="secondary" loading={isFetching} onClick={() => verify(null)}>
        {formatMessage({ id: trId('bulletin.verify'), defaultMessage: 'Verify the ledger' })}
      </Button>
      {error ? (
        <ErrorNotice
          error={error}
          fallback={formatMessage({
            id: trId('bulletin.verify-failed'),
            defaultMessage: 'The ledger could not be verified.',
          })}
        />
      ) : null}
      {data && !error && !isFetching ? <Outcome verification={data} /> : null}
    </Flex>
  );
};

const Outcome = ({ verification }: { verification: Verification }) => {
  const { formatMessage } = useIntl();
  const { bulletins, chain, checked, ok, reconcile, reviews, unchained } = verification;
  if (ok) {
    return (
      <Notice variant="info">
        {formatMessage(
          {
            id: trId('bulletin.untouched'),
            defaultMessage:
              'Nobody touched the ledger: {postings} postings, {bulletins} bulletins, {reviews} reviews.',
          },
          checked
        )}
      </Notice>
    );
  }
  const findings = [
    ...(chain
      ? [
          formatMessage(
            {
              id: trId(`bulletin.chain.${chain.problem}`),
              defaultMessage: 'Posting {key}, place {sequence} of the chain.',
            },
            { key: chain.key ?? '—', sequence: chain.sequence }
          ),
        ]
      : []),
    ...unchained.map((key) =>
      formatMessage(
        { id: trId('bulletin.unchained'), defaultMessage: 'Posting {key} stands in no chain.' },
        { key }
      )
    ),
    ...bulletins.map(({ month, problem }) =>
      formatMessage(
        {
          id: trId(`bulletin.finding.${problem}`),
          defaultMessage: 'The bulletin of {month} does not agree.',
        },
        { month }
      )
    ),
    ...reviews.map(({ period, problem }) =>
      formatMessage(
        {
          id: trId(`review.finding.${problem}`),
          defaultMessage: 'The review of {period} does not agree.',
        },
        { period }
      )
    ),
    ...(reconcile.ok
      ? []
      : [
          formatMessage({
            id: trId('bulletin.reconcile'),
            defaultMessage: 'Reconciling the ledger finds differences.',
          }),
        ]),
  ];
  return (
    <Notice variant="danger">
      {findings.map((finding) => (
        <span key={finding} style={{ display: 'block' }}>
          {finding}
        </span>
      ))}
    </Notice>
  );
};
