import { useState, type ComponentProps } from 'react';
import { useAuth } from '@strapi/strapi/admin';
import { Box, Button, Flex, ProgressBar, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { ImportCheckResponse, ImportResponse } from '../../../shared/contracts';
import { ChooseWorkbook } from '../shared/ChooseWorkbook';
import { ErrorNotice } from '../shared/ErrorNotice';
import { Notice } from '../shared/Notice';
import { trId } from '../shared/translations';
import { useCheckImportMutation, useImportAdoptionsMutation } from './adoptions-api';
import { ImportPreview } from './ImportPreview';
import { ImportList, ReportButton } from './ImportList';
import type { Progress } from './import-run';

/** Where an import is: a file to be chosen, one that was looked at, or one that was recorded. */
const useImport = () => {
  const token = useAuth('ImportTab', (state) => state.token);
  const [check, checking] = useCheckImportMutation();
  const [run, running] = useImportAdoptionsMutation();
  const [file, setFile] = useState<File | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);

  const choose = (chosen: File) => {
    setFile(chosen);
    running.reset();
    void check(chosen);
  };

  const record = async () => {
    if (file === null) return;
    setProgress(null);
    const result = await run({ file, token, tell: setProgress });
    if (!('error' in result)) checking.reset();
  };

  return { file, choose, record, checking, running, progress };
};

/** Many adoptions from a workbook: the template, what importing would do row by row, and doing it. */
export const ImportTab = () => {
  const { formatMessage } = useIntl();
  const { file, choose, record, checking, running, progress } = useImport();
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <Workbook
        name={file?.name ?? null}
        isBusy={checking.isLoading || running.isLoading}
        onChoose={choose}
      />
      {checking.error ? (
        <ErrorNotice
          error={checking.error}
          fallback={formatMessage({
            id: trId('import.check-failed'),
            defaultMessage: 'The file could not be looked at.',
          })}
        />
      ) : null}
      {running.error ? (
        <ErrorNotice
          error={running.error}
          fallback={formatMessage({
            id: trId('import.failed'),
            defaultMessage: 'The import failed; nothing was recorded.',
          })}
        />
      ) : null}
      {running.isLoading ? <Running progress={progress} /> : null}
      {running.data ? <Done done={running.data} /> : null}
      {checking.data ? (
        <>
          <ImportPreview preview={checking.data} />
          <ConfirmImport
            counts={checking.data.counts}
            isRunning={running.isLoading}
            onConfirm={record}
          />
        </>
      ) : null}
      <ImportList />
    </Flex>
  );
};

/** What an import is, with the template and the workbook. */
const Workbook = (props: Omit<ComponentProps<typeof ChooseWorkbook>, 'template'>) => {
  const { formatMessage } = useIntl();
  return (
    <Box background="neutral0" hasRadius borderColor="neutral200" padding={5} tag="section">
      <Flex direction="column" alignItems="flex-start" gap={4}>
        <Typography>
          {formatMessage({
            id: trId('import.explanation'),
            defaultMessage:
              'Fill in the template, one adoption a row, and choose it. You see what it will do before anything is recorded; all rows are recorded or none, and what is there already is not recorded twice.',
          })}
        </Typography>
        <ChooseWorkbook template="/points/adoptions/template" {...props} />
      </Flex>
    </Box>
  );
};

interface ConfirmImportProps {
  counts: ImportCheckResponse['data']['counts'];
  isRunning: boolean;
  onConfirm: () => unknown;
}

const ConfirmImport = ({ counts, isRunning, onConfirm }: ConfirmImportProps) => {
  const { formatMessage } = useIntl();
  return (
    <Flex>
      <Button
        size="L"
        disabled={counts.refused > 0 || counts.new === 0}
        loading={isRunning}
        onClick={onConfirm}
      >
        {formatMessage(
          {
            id: trId('import.confirm'),
            defaultMessage: '{count, plural, one {Record # adoption} other {Record # adoptions}}',
          },
          { count: counts.new }
        )}
      </Button>
    </Flex>
  );
};

const PERCENT = 100;

const Running = ({ progress }: { progress: Progress | null }) => {
  const { formatMessage } = useIntl();
  const { stage, done, total } = progress ?? { stage: 'checking', done: 0, total: 0 };
  const words = formatMessage(
    {
      id: trId(`import.running.${stage}`),
      defaultMessage: '{stage}: {done} of {total} pieces',
    },
    { stage, done, total }
  );
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography aria-live="polite">{words}</Typography>
      <ProgressBar
        value={total === 0 ? 0 : Math.round((done / total) * PERCENT)}
        aria-label={words}
      />
    </Flex>
  );
};

const Done = ({ done }: { done: ImportResponse['data'] }) => {
  const { formatMessage } = useIntl();
  return (
    <Notice variant="info" action={done.import ? <ReportButton imported={done.import} /> : null}>
      {formatMessage(
        {
          id: trId('import.done'),
          defaultMessage:
            '{recorded} adoptions were recorded; {known} rows were there already and were not recorded again.',
        },
        { recorded: done.recorded, known: done.known }
      )}
    </Notice>
  );
};
