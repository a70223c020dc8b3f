import { useEffect, useState } from 'react';
import { Box, Checkbox, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { AdoptionPreviewResponse, Question, StepFindingView } from '../../../shared/contracts';
import { Loaded } from '../shared/Loaded';
import { Notice } from '../shared/Notice';
import { trId } from '../shared/translations';
import { usePreviewStepsQuery } from './adoptions-api';
import { AwardsByMonth } from './AwardsByMonth';
import { bodyOf, wholeSteps, type StepDraft } from './step-draft';

interface StepPreviewProps {
  submission: string;
  drafts: readonly StepDraft[];
  confirmed: readonly Question[];
  onConfirm: (confirmed: readonly Question[]) => void;
}

/** For so long nothing must be typed before the server is asked. */
const QUIET_MS = 400;

const useQuiet = <Value,>(value: Value): Value => {
  const [quiet, setQuiet] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setQuiet(value), QUIET_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return quiet;
};

/** What the steps that are filled in will give to whom in which month, what is odd, and what is refused. */
export const StepPreview = ({ submission, drafts, confirmed, onConfirm }: StepPreviewProps) => {
  const { formatMessage } = useIntl();
  const quiet = useQuiet(drafts);
  const body = bodyOf(submission, quiet);
  const { currentData, error } = usePreviewStepsQuery(body ?? { submission, steps: [] }, {
    skip: body === null,
    refetchOnMountOrArgChange: true,
  });
  if (body === null) return null;
  return (
    <Box background="neutral0" hasRadius borderColor="neutral200" padding={5} tag="section">
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography variant="delta" tag="h3">
          {formatMessage({
            id: trId('recording.preview'),
            defaultMessage: 'What recording will give',
          })}
        </Typography>
        <Loaded
          place="panel"
          data={currentData}
          error={error}
          failed={formatMessage({
            id: trId('recording.preview-error'),
            defaultMessage: 'What it would give could not be reckoned.',
          })}
          loading={formatMessage({
            id: trId('panel.loading'),
            defaultMessage: 'Reading the points',
          })}
        >
          {(preview) => (
            <Foreseen
              preview={preview}
              places={wholeSteps(quiet).map((draft) => quiet.indexOf(draft) + 1)}
              confirmed={confirmed}
              onConfirm={onConfirm}
            />
          )}
        </Loaded>
      </Flex>
    </Box>
  );
};

interface ForeseenProps extends Pick<StepPreviewProps, 'confirmed' | 'onConfirm'> {
  preview: AdoptionPreviewResponse['data'];
  /** Which step of the form each step that was asked about is, from 1. */
  places: readonly number[];
}

const Foreseen = ({ preview, places, confirmed, onConfirm }: ForeseenProps) => {
  const { awards, refusals, warnings } = preview;
  const asksForEvidence = warnings.some(({ code }) => code === 'no-evidence');
  return (
    <>
      {refusals.map((finding) => (
        <FindingNotice
          key={`${finding.step} ${finding.code}`}
          variant="danger"
          {...{ finding, places }}
        />
      ))}
      {warnings.map((finding) => (
        <FindingNotice
          key={`${finding.step} ${finding.code}`}
          variant={finding.code === 'sealed-month' ? 'info' : 'warning'}
          {...{ finding, places }}
        />
      ))}
      {asksForEvidence ? (
        <WithoutEvidence
          isConfirmed={confirmed.includes('no-evidence')}
          onConfirm={(isConfirmed) => onConfirm(isConfirmed ? ['no-evidence'] : [])}
        />
      ) : null}
      <AwardsByMonth awards={awards} />
    </>
  );
};

interface FindingNoticeProps {
  finding: StepFindingView;
  places: readonly number[];
  variant: 'info' | 'warning' | 'danger';
}

const FindingNotice = ({ finding: { step, message }, places, variant }: FindingNoticeProps) => {
  const { formatMessage } = useIntl();
  return (
    <Notice variant={variant}>
      {formatMessage(
        { id: trId('recording.finding'), defaultMessage: 'Step {place}: {message}' },
        { place: places[step] ?? step + 1, message }
      )}
    </Notice>
  );
};

interface WithoutEvidenceProps {
  isConfirmed: boolean;
  onConfirm: (isConfirmed: boolean) => void;
}

const WithoutEvidence = ({ isConfirmed, onConfirm }: WithoutEvidenceProps) => {
  const { formatMessage } = useIntl();
  return (
    <Checkbox checked={isConfirmed} onCheckedChange={(value) => onConfirm(value === true)}>
      {formatMessage({
        id: trId('evidence.confirm'),
        defaultMessage: 'Record it without any of them',
      })}
    </Checkbox>
  );
};
