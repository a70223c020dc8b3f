import { useState } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import {
  Box,
  Button,
  Checkbox,
  Flex,
  SingleSelect,
  SingleSelectOption,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { MOST_NEW_OFFICERS, UNIT_KINDS, type Invitation } from '../../../shared/contracts';
import { DialogForm } from '../shared/DialogForm';
import { fieldSentencesOf } from '../shared/errors';
import { LabelledField } from '../shared/LabelledField';
import { trId } from '../shared/translations';
import { HeadFields } from './HeadFields';
import { PersonFields } from './PersonFields';
import { useFoundUnitMutation } from './setup-api';
import {
  bodyOf,
  emptyUnit,
  missingIn,
  withOfficer,
  withOneMore,
  type RequiredField,
  type UnitDraft,
} from './unit-draft';
import { SendMailBox } from './SendMailBox';

interface NewUnitFormProps {
  canMail: boolean;
  onClose: () => void;
  onDone: (invitations: Invitation[]) => void;
}

/** Asks for a unit and its people, and makes them all at once. */
export const NewUnitForm = ({ canMail, onClose, onDone }: NewUnitFormProps) => {
  const { formatMessage } = useIntl();
  const { toggleNotification } = useNotification();
  const [draft, setDraft] = useState(emptyUnit);
  const [wasTried, setWasTried] = useState(false);
  const [found, { error, isLoading }] = useFoundUnitMutation();
  const submit = async () => {
    setWasTried(true);
    if (missingIn(draft).size > 0) return;
    const result = await found(bodyOf(draft));
    if ('error' in result) return;
    toggleNotification({
      type: 'success',
      message: formatMessage(
        { id: trId('setup.unit-made'), defaultMessage: '“{name}” was made.' },
        { name: result.data.unit.name }
      ),
    });
    onDone(result.data.invitations);
  };
  const fields = { draft, onChange: setDraft };
  return (
    <DialogForm
      error={error}
      failed={formatMessage({
        id: trId('setup.unit-failed'),
        defaultMessage: 'The unit could not be made.',
      })}
      confirm={formatMessage({ id: trId('setup.make-unit'), defaultMessage: 'Make' })}
      isSending={isLoading}
      onSubmit={submit}
      onClose={onClose}
    >
      <UnitFields {...fields} wasTried={wasTried} wrong={fieldSentencesOf(error)} />
      <OfficersFields {...fields} />
      <PersonFields
        name="leader"
        title={formatMessage({ id: trId('choice.leader'), defaultMessage: 'Leader in charge' })}
        person={draft.leader}
        onChange={(values) => setDraft({ ...draft, leader: { ...draft.leader, ...values } })}
      />
      <HeadFields {...fields} />
      <SendMailBox
        checked={draft.sendMail}
        canMail={canMail}
        onChange={(sendMail) => setDraft({ ...draft, sendMail })}
      />
      <Typography variant="pi" textColor="neutral600">
        {formatMessage({
          id: trId('setup.accounts-hint'),
          defaultMessage:
            'Whoever has a mail address here gets an account, and a link by which they set their password.',
        })}
      </Typography>
    </DialogForm>
  );
};

interface FieldsProps {
  draft: UnitDraft;
  onChange: (draft: UnitDraft) => void;
}

interface UnitFieldsProps extends FieldsProps {
  wasTried: boolean;
  /** What the server says is wrong, by field. */
  wrong: Readonly<Partial<Record<string, string>>>;
}

const UnitFields = ({ draft, onChange, wasTried, wrong }: UnitFieldsProps) => {
  const { formatMessage } = useIntl();
  const change = (values: Partial<UnitDraft>) => onChange({ ...draft, ...values });
  const missing = missingIn(draft);
  const errorOf = (field: RequiredField): string | undefined =>
    wasTried && missing.has(field)
      ? formatMessage({ id: trId('bonus.required'), defaultMessage: 'Fill this in.' })
      : wrong[field];
  return (
    <>
      <LabelledField
        required
        name="name"
        label={formatMessage({ id: trId('setup.name'), defaultMessage: 'Name' })}
        error={errorOf('name')}
      >
        <TextInput
          maxLength={120}
          value={draft.name}
          onChange={({ target }) => change({ name: target.value })}
        />
      </LabelledField>
      <Flex gap={4} alignItems="flex-start">
        <LabelledField
          required
          name="code"
          label={formatMessage({ id: trId('setup.code'), defaultMessage: 'Code' })}
          hint={formatMessage({
            id: trId('setup.code-hint'),
            defaultMessage: 'Short and its own, such as J01: lists are in its order.',
          })}
          error={errorOf('code')}
        >
          <TextInput
            maxLength={40}
            value={draft.code}
            onChange={({ target }) => change({ code: target.value })}
          />
        </LabelledField>
        <LabelledField
          required
          name="kind"
          label={formatMessage({ id: trId('setup.kind'), defaultMessage: 'Kind' })}
          error={errorOf('kind')}
        >
          <SingleSelect
            value={draft.kind === '' ? null : draft.kind}
            placeholder={formatMessage({
              id: trId('choice-input.placeholder'),
              defaultMessage: 'Choose',
            })}
            onChange={(chosen) =>
              change({ kind: UNIT_KINDS.find((kind) => kind === chosen) ?? '' })
            }
          >
            {UNIT_KINDS.map((kind) => (
              <SingleSelectOption key={kind} value={kind}>
                {formatMessage({ id: trId(`choice.${kind}`), defaultMessage: kind })}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </LabelledField>
      </Flex>
      <LabelledField
        name="activeFrom"
        label={formatMessage({ id: trId('setup.active-from'), defaultMessage: 'In use from' })}
        hint={formatMessage({
          id: trId('setup.active-from-hint'),
          defaultMessage: 'Left empty: it has always been there.',
        })}
        error={wrong.activeFrom}
      >
        <TextInput
          type="date"
          value={draft.activeFrom}
          onChange={({ target }) => change({ activeFrom: target.value })}
        />
      </LabelledField>
      <Checkbox
        checked={draft.signOff}
        onCheckedChange={(value) => change({ signOff: value === true })}
      >
        {formatMessage({
          id: trId('setup.sign-off'),
          defaultMessage: 'Its leader signs whatever it sends in',
        })}
      </Checkbox>
    </>
  );
};

const OfficersFields = ({ draft, onChange }: FieldsProps) => {
  const { formatMessage } = useIntl();
  return (
    <>
      {draft.officers.map((officer, index) => (
        <PersonFields
          key={index}
          name={`officers.${index}`}
          title={formatMessage({ id: trId('choice.officer'), defaultMessage: 'Officer' })}
          person={officer}
          onChange={(values) => onChange(withOfficer(draft, index, values))}
        />
      ))}
      {draft.officers.length < MOST_NEW_OFFICERS ? (
        <Box>
          <Button
            size="S"
            type="button"
            variant="tertiary"
            onClick={() => onChange(withOneMore(draft))}
          >
            {formatMessage({ id: trId('setup.one-more'), defaultMessage: 'One more officer' })}
          </Button>
        </Box>
      ) : null}
    </>
  );
};
