import { useState } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import {
  Flex,
  SingleSelect,
  SingleSelectOption,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useIntl } from 'react-intl';
import type { Invitation, UnitsResponse } from '../../../shared/contracts';
import { ButtonDialog } from '../shared/ButtonDialog';
import { DialogForm } from '../shared/DialogForm';
import { fieldSentencesOf } from '../shared/errors';
import { LabelledField } from '../shared/LabelledField';
import { LoadedUnits } from '../shared/LoadedUnits';
import { useGetUnitsQuery } from '../shared/points-api';
import { trId } from '../shared/translations';
import { firstDraft, joiningOf, missingOf, unitOf, type KnownPerson } from './joining-draft';
import { PersonFields } from './PersonFields';
import { useJoinUnitMutation } from './setup-api';
import { SendMailBox } from './SendMailBox';

const POSITIONS = ['officer', 'leader'] as const;

interface JoinUnitProps {
  canMail: boolean;
  isOpen: boolean;
  known: KnownPerson;
  onOpenChange: (isOpen: boolean) => void;
  /** Gets the invitation, where there is an account to take. */
  onDone: (invitations: Invitation[]) => void;
}

/** Makes an officer or a leader of a unit that there is, with the account. */
export const JoinUnit = ({ isOpen, onOpenChange, ...props }: JoinUnitProps) => {
  const { formatMessage } = useIntl();
  const { data, error } = useGetUnitsQuery(null, { skip: !isOpen });
  const title = formatMessage({ id: trId('setup.join'), defaultMessage: 'New person' });
  return (
    <ButtonDialog
      title={title}
      button={{ children: title, startIcon: <Plus />, variant: 'secondary' }}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
    >
      <LoadedUnits data={data} error={error}>
        {(units) => <JoinForm {...props} units={units} onClose={() => onOpenChange(false)} />}
      </LoadedUnits>
    </ButtonDialog>
  );
};

interface JoinFormProps extends Pick<JoinUnitProps, 'canMail' | 'known' | 'onDone'> {
  units: UnitsResponse['data'];
  onClose: () => void;
}

const JoinForm = ({ canMail, known, onClose, onDone, units }: JoinFormProps) => {
  const { formatMessage } = useIntl();
  const { toggleNotification } = useNotification();
  const [typed, setDraft] = useState(() => firstDraft(known));
  const [wasTried, setWasTried] = useState(false);
  const [join, { error, isLoading }] = useJoinUnitMutation();
  const draft = { ...typed, unit: unitOf(typed, known, units) };
  const missing = missingOf(draft);
  const wrong = fieldSentencesOf(error);
  const change = (values: Partial<typeof draft>) => setDraft({ ...typed, ...values });
  const errorOf = (field: 'name' | 'unit'): string | undefined =>
    wasTried && missing.has(field)
      ? formatMessage({ id: trId('bonus.required'), defaultMessage: 'Fill this in.' })
      : wrong[field];
  const submit = async () => {
    setWasTried(true);
    if (missing.size > 0) return;
    const result = await join(joiningOf(draft));
    if ('error' in result) return;
    const { invitation, unit } = result.data;
    toggleNotification({
      type: 'success',
      message: formatMessage(
        { id: trId('setup.joined'), defaultMessage: '{name} belongs to “{unit}” now.' },
        { name: draft.name.trim(), unit: unit.name }
      ),
    });
    onDone(invitation ? [invitation] : []);
    onClose();
  };
  return (
    <DialogForm
      error={error}
      failed={formatMessage({
        id: trId('setup.join-failed'),
        defaultMessage: 'The person could not be made.',
      })}
      confirm={formatMessage({ id: trId('setup.make-unit'), defaultMessage: 'Make' })}
      isSending={isLoading}
      onSubmit={submit}
      onClose={onClose}
    >
      <LabelledField
        required
        name="unit"
        label={formatMessage({ id: trId('report.unit'), defaultMessage: 'Unit' })}
        error={errorOf('unit')}
      >
        <SingleSelect
          value={draft.unit || null}
          placeholder={formatMessage({
            id: trId('choice-input.placeholder'),
            defaultMessage: 'Choose',
          })}
          onChange={(unit) => change({ unit: String(unit) })}
        >
          {units.map(({ documentId, name }) => (
            <SingleSelectOption key={documentId} value={documentId}>
              {name}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </LabelledField>
      <Flex gap={4} alignItems="flex-start">
        <LabelledField
          name="position"
          label={formatMessage({ id: trId('setup.position'), defaultMessage: 'Position' })}
          error={wrong.post}
        >
          <SingleSelect
            value={draft.position}
            onChange={(chosen) => change({ position: chosen === 'leader' ? 'leader' : 'officer' })}
          >
            {POSITIONS.map((position) => (
              <SingleSelectOption key={position} value={position}>
                {formatMessage({ id: trId(`choice.${position}`), defaultMessage: position })}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </LabelledField>
        <LabelledField
          name="activeFrom"
          label={formatMessage({ id: trId('setup.joined-from'), defaultMessage: 'In office from' })}
          hint={formatMessage({
            id: trId('setup.joined-from-hint'),
            defaultMessage: 'Left empty: today.',
          })}
          error={wrong.activeFrom}
        >
          <TextInput
            type="date"
            value={draft.activeFrom}
            onChange={({ target }) => change({ activeFrom: target.value })}
          />
        </LabelledField>
      </Flex>
      <PersonFields
        required
        name=""
        title={formatMessage({ id: trId('setup.person-name'), defaultMessage: 'Name' })}
        person={draft}
        nameError={errorOf('name')}
        mailError={wrong.mail}
        onChange={change}
      />
      <SendMailBox
        checked={draft.sendMail}
        canMail={canMail}
        onChange={(sendMail) => change({ sendMail })}
      />
      <Typography variant="pi" textColor="neutral600">
        {formatMessage({
          id: trId('setup.join-hint'),
          defaultMessage:
            'With a mail address the person gets an account, and a link by which they set their password: to be printed, or mailed.',
        })}
      </Typography>
    </DialogForm>
  );
};
