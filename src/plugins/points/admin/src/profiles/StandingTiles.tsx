import { useIntl } from 'react-intl';
import { readable } from '../../../shared/points-text';
import type { Points } from '../../../shared/contracts';
import { Tile, Tiles } from '../shared/Tile';
import { trId } from '../shared/translations';

interface StandingTilesProps {
  /** `null` where there is no place. */
  rank: number | null;
  /** How many are ranked. */
  of: number;
  points: Points;
  submitted: number;
  adopted: number;
}

/** Where a unit or person stands in a month, at a glance. */
export const StandingTiles = ({ adopted, of, points, rank, submitted }: StandingTilesProps) => {
  const { formatMessage } = useIntl();
  return (
    <Tiles>
      <Tile
        title={formatMessage({ id: trId('report.rank'), defaultMessage: 'Rank' })}
        notes={[
          formatMessage({ id: trId('profile.of'), defaultMessage: 'of {of} ranked' }, { of }),
        ]}
      >
        {rank ?? '–'}
      </Tile>
      <Tile title={formatMessage({ id: trId('report.total'), defaultMessage: 'Points' })}>
        {readable(points)}
      </Tile>
      <Tile title={formatMessage({ id: trId('report.submitted'), defaultMessage: 'Sent in' })}>
        {submitted}
      </Tile>
      <Tile title={formatMessage({ id: trId('report.adopted'), defaultMessage: 'Adopted' })}>
        {adopted}
      </Tile>
    </Tiles>
  );
};
