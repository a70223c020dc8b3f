import { Flex } from '@strapi/design-system';
import type { AwardPreview } from '../../../shared/contracts';
import { ChannelHeading } from '../shared/ChannelHeading';
import { ClauseText } from '../shared/ClauseText';
import { ShareList, type Share } from './ShareList';
import { batchesOf } from './batches';
import { isNegative } from '../../../shared/points-text';

const shareOf = (award: AwardPreview): Share => ({
  key: [award.channel, award.unit.documentId, award.officer?.documentId ?? '', award.points].join(),
  points: award.points,
  exact: award.exact,
  unitName: award.unit.name,
  officerName: award.officer?.name ?? null,
  full: award.full,
  split: award.split,
});

/** What publishing would give and take back, and to whom. */
export const AwardPreviewList = ({ awards }: { awards: AwardPreview[] }) => {
  if (awards.length === 0) return null;
  const batches = batchesOf(awards, (award) => `${award.channel} ${isNegative(award)}`);
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={3} width="100%">
      {batches.map(({ key, head, rows }) => (
        <Flex tag="li" key={key} direction="column" alignItems="stretch" gap={1}>
          <ChannelHeading
            channel={head.channel}
            name={head.channelName}
            reversal={isNegative(head)}
          />
          <ClauseText clause={head.clause} />
          <ShareList shares={rows.map(shareOf)} />
        </Flex>
      ))}
    </Flex>
  );
};
