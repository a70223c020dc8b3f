import { useState } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { Invitation, UnitImportRow } from '../../../shared/contracts';
import { ChooseWorkbook } from '../shared/ChooseWorkbook';
import { ErrorNotice } from '../shared/ErrorNotice';
import { ListTable } from '../shared/ListTable';
import { trId } from '../shared/translations';
import { useCheckUnitsMutation, useImportUnitsMutation } from './setup-api';
import { SendMailBox } from './SendMailBox';

interface ImportUnitsProps {
  canMail: boolean;
  /** Gets the invitations of whoever was given an account. */
  onDone: (invitations: Invitation[]) => void;
}

/** Many units from a workbook: the template, what is wrong row by row, and making them all. */
export const ImportUnits = ({ canMail, onDone }: ImportUnitsProps) => {
  const { formatMessage } = useIntl();
  const { toggleNotification } = useNotification();
  const [file, setFile] = useState<File | null>(null);
  const [sendMail, setSendMail] = useState(false);
  const [check, checking] = useCheckUnitsMutation();
  const [run, running] = useImportUnitsMutation();
  // Once they are made there is nothing left to make of the file.
  const rows = file === null ? [] : ((running.data ?? checking.data)?.rows ?? []);
  const choose = (chosen: File) => {
    setFile(chosen);
    running.reset();
    void check(chosen);
  };
  const make = async () => {
    if (file === null) return;
    const result = await run({ file, sendMail });
    if ('error' in result || !result.data.isDone) return;
    setFile(null);
    toggleNotification({
      type: 'success',
      message: formatMessage(
        { id: trId('setup.import-made'), defaultMessage: 'Made {count} units.' },
        { count: result.data.rows.length }
      ),
    });
    onDone(result.data.invitations);
  };
  const error = checking.error ?? running.error;
  return (
    <Box background="neutral0" hasRadius borderColor="neutral200" padding={5} tag="section">
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography variant="delta" tag="h2">
          {formatMessage({ id: trId('setup.import'), defaultMessage: 'Units from a workbook' })}
        </Typography>
        <ChooseWorkbook
          template="/points/units/template"
          name={file?.name ?? null}
          isBusy={checking.isLoading || running.isLoading}
          onChoose={choose}
        />
        {error ? (
          <ErrorNotice
            error={error}
            fallback={formatMessage({
              id: trId('setup.import-failed'),
              defaultMessage: 'The workbook could not be read.',
            })}
          />
        ) : null}
        {rows.length > 0 ? <Rows rows={rows} /> : null}
        {rows.length > 0 && rows.every(({ fault }) => fault === null) ? (
          <Flex gap={4} wrap="wrap" alignItems="center">
            <Button loading={running.isLoading} onClick={make}>
              {formatMessage(
                { id: trId('setup.import-make'), defaultMessage: 'Make {count} units' },
                { count: rows.length }
              )}
            </Button>
            <SendMailBox checked={sendMail} canMail={canMail} onChange={setSendMail} />
          </Flex>
        ) : null}
      </Flex>
    </Box>
  );
};

/** What becomes of each unit, or what is wrong with it. */
const Rows = ({ rows }: { rows: readonly UnitImportRow[] }) => {
  const { formatMessage } = useIntl();
  const fine = (accounts: number): string =>
    formatMessage(
      { id: trId('setup.import-fine'), defaultMessage: 'Can be made, with {accounts} accounts' },
      { accounts }
    );
  return (
    <ListTable
      caption={formatMessage({ id: trId('setup.import'), defaultMessage: 'Units from a workbook' })}
      headings={[
        { figure: formatMessage({ id: trId('setup.import-row'), defaultMessage: 'Row' }) },
        formatMessage({ id: trId('setup.name'), defaultMessage: 'Name' }),
        formatMessage({ id: trId('setup.code'), defaultMessage: 'Code' }),
        formatMessage({ id: trId('setup.import-result'), defaultMessage: 'What becomes of it' }),
      ]}
    >
      {rows.map(({ accounts, code, fault, name, row }) => (
        <tr key={row}>
          <td>{row}</td>
          <td>{name}</td>
          <td>{code}</td>
          <td>
            <Typography textColor={fault === null ? 'success700' : 'danger600'}>
              {fault ?? fine(accounts)}
            </Typography>
          </td>
        </tr>
      ))}
    </ListTable>
  );
};
