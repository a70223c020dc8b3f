import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { Points, PostingWhy } from '../../../shared/contracts';
import { trId } from '../shared/translations';
import { Amount } from '../shared/Amount';

/** What one unit or officer gets of an adoption. */
export interface Share extends Points, Pick<PostingWhy, 'full' | 'split'> {
  key: string;
  unitName: string;
  officerName: string | null;
}

/** How a share came about: the full points and among how many they are divided (§七.8). */
export const Split = ({ full, split }: Pick<PostingWhy, 'full' | 'split'>) => {
  const { formatMessage } = useIntl();
  return (
    <>
      {formatMessage(
        {
          id: trId('split'),
          defaultMessage:
            'Full points {full}{units, plural, =0 {} one {} other {, divided among # units}}{officers, plural, =0 {} one {} other {, {units, plural, =0 {divided} one {divided} other {then}} among {officers} officers of the unit}}',
        },
        { full: full.exact, units: split.units, officers: split.officers }
      )}
    </>
  );
};

/** The recipients of one adoption, a line each, with the division spelled out. */
export const ShareList = ({ shares }: { shares: Share[] }) => (
  <Flex tag="ul" direction="column" alignItems="stretch" gap={1} width="100%">
    {shares.map((share, index) => (
      <Box tag="li" key={share.key}>
        <Flex justifyContent="space-between" gap={2} alignItems="baseline">
          <Typography variant="omega" textColor="neutral800">
            {share.unitName}
            {share.officerName ? ` · ${share.officerName}` : ''}
          </Typography>
          <Amount value={share} signed variant="omega" fontWeight="semiBold" />
        </Flex>
        {isDivided(share) && !isSameSplit(share, shares[index + 1]) ? (
          <Typography variant="pi" textColor="neutral600">
            <Split full={share.full} split={share.split} />
          </Typography>
        ) : null}
      </Box>
    ))}
  </Flex>
);

const isDivided = ({ split }: Share): boolean => split.units > 1 || split.officers > 1;

/** Whether the next line's division reads the same, so that saying it once is enough. */
const isSameSplit = (share: Share, next: Share | undefined): boolean =>
  next?.full.exact === share.full.exact &&
  next.split.units === share.split.units &&
  next.split.officers === share.split.officers;
