import { Flex, Typography } from '@strapi/design-system';
import type { StepAward } from '../../../shared/contracts';
import { AwardPreviewList } from '../points/AwardPreviewList';
import { batchesOf } from '../points/batches';
import { usePeriodLabel } from '../shared/usePeriodLabel';

/** What will be given to whom, by the month in which it counts. */
export const AwardsByMonth = ({ awards }: { awards: readonly StepAward[] }) => {
  const periodLabel = usePeriodLabel();
  const sorted = [...awards].sort((one, other) => one.month.localeCompare(other.month));
  return (
    <>
      {batchesOf(sorted, ({ month }) => month).map(({ key, rows }) => (
        <Flex key={key} direction="column" alignItems="stretch" gap={2}>
          <Typography variant="sigma" textColor="neutral600" tag="h4">
            {periodLabel(key)}
          </Typography>
          <AwardPreviewList awards={rows} />
        </Flex>
      ))}
    </>
  );
};
