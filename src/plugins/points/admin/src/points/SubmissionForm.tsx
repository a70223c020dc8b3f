import { useState, type FormEvent } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import {
  Button,
  Field,
  Flex,
  Loader,
  Modal,
  MultiSelectNested,
  SingleSelect,
  SingleSelectOption,
  TextInput,
} from '@strapi/design-system';
import { useIntl } from 'react-intl';
import {
  CATEGORIES,
  UNIT_KINDS,
  type Category,
  type UnitsResponse,
} from '../../../shared/contracts';
import { ErrorNotice } from '../shared/ErrorNotice';
import { useCreateSubmissionFromEntryMutation, useGetUnitsQuery } from '../shared/points-api';
import { useChoiceLabel } from '../shared/choices';
import { trId } from '../shared/translations';

type Units = UnitsResponse['data'];

interface SubmissionFormProps {
  uid: string;
  documentId: string;
  /** What the submission is called unless the person says otherwise. */
  title: string;
  onClose: () => void;
}

interface Values {
  title: string;
  units: string[];
  officers: string[];
  /** `null` until it is chosen: nobody but the person can know. */
  category: Category | null;
}

/** The officers that may be named: those of the chosen units. */
const officersOf = (units: Units, chosen: string[]): Units =>
  units.filter(({ documentId, officers }) => chosen.includes(documentId) && officers.length > 0);

/** Forgets officers whose unit is no longer chosen. */
const withUnits = (values: Values, units: Units, chosen: string[]): Values => {
  const allowed = officersOf(units, chosen).flatMap(({ officers }) =>
    officers.map(({ documentId }) => documentId)
  );
  return {
    ...values,
    units: chosen,
    officers: values.officers.filter((officer) => allowed.includes(officer)),
  };
};

/** Asks for what a submission made from an entry needs, and makes it. */
export const SubmissionForm = (props: SubmissionFormProps) => {
  const { formatMessage } = useIntl();
  const { data: units, error } = useGetUnitsQuery(null);

  if (error) {
    return (
      <Modal.Body>
        <ErrorNotice
          error={error}
          fallback={formatMessage({
            id: trId('create-submission.no-units'),
            defaultMessage: 'The units could not be read.',
          })}
        />
      </Modal.Body>
    );
  }
  if (!units) {
    return (
      <Modal.Body>
        <Flex justifyContent="center">
          <Loader>
            {formatMessage({
              id: trId('create-submission.loading'),
              defaultMessage: 'Reading the units',
            })}
          </Loader>
        </Flex>
      </Modal.Body>
    );
  }
  return <SubmissionFields {...props} units={units} />;
};

const SubmissionFields = ({
  uid,
  documentId,
  title,
  onClose,
  units,
}: SubmissionFormProps & { units: Units }) => {
  const { formatMessage } = useIntl();
  const labelOf = useChoiceLabel();
  const { toggleNotification } = useNotification();
  const [create, { error, isLoading }] = useCreateSubmissionFromEntryMutation();
  const [values, setValues] = useState<Values>({
    title,
    units: [],
    officers: [],
    category: null,
  });
  const [wasTried, setWasTried] = useState(false);
  const isMissingUnits = wasTried && values.units.length === 0;
  const isMissingTitle = wasTried && values.title.trim() === '';
  const isMissingCategory = wasTried && values.category === null;

  const submit = async (event: FormEvent) => {
    // The dialog stands inside the Content Manager's form: its submit must stay its own.
    event.preventDefault();
    event.stopPropagation();
    setWasTried(true);
    const { category, officers, units: chosen } = values;
    const called = values.title.trim();
    if (category === null || chosen.length === 0 || called === '') return;
    const result = await create({
      uid,
      documentId,
      body: { title: called, units: chosen, officers, category },
    });
    if ('error' in result) return;
    toggleNotification({
      type: 'success',
      message: formatMessage({
        id: trId('create-submission.done'),
        defaultMessage: 'The submission was created and tied to this entry.',
      }),
    });
    onClose();
  };

  return (
    <form onSubmit={submit} noValidate>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {error ? (
            <ErrorNotice
              error={error}
              fallback={formatMessage({
                id: trId('create-submission.failed'),
                defaultMessage: 'The submission could not be created.',
              })}
            />
          ) : null}
          <Field.Root
            name="title"
            required
            error={
              isMissingTitle
                ? formatMessage({
                    id: trId('create-submission.title-required'),
                    defaultMessage: 'Give the submission a title.',
                  })
                : undefined
            }
          >
            <Field.Label>
              {formatMessage({
                id: trId('create-submission.field.title'),
                defaultMessage: 'Title',
              })}
            </Field.Label>
            <TextInput
              value={values.title}
              maxLength={200}
              onChange={(event: React.ChangeEvent<HTMLInputElement>) =>
                setValues({ ...values, title: event.target.value })
              }
            />
            <Field.Error />
          </Field.Root>
          <Field.Root
            name="units"
            required
            hint={formatMessage({
              id: trId('create-submission.units-hint'),
              defaultMessage: 'With several units, the points are divided equally among them.',
            })}
            error={
              isMissingUnits
                ? formatMessage({
                    id: trId('create-submission.units-required'),
                    defaultMessage: 'Choose at least one unit: without one nobody earns points.',
                  })
                : undefined
            }
          >
            <Field.Label>
              {formatMessage({
                id: trId('create-submission.field.units'),
                defaultMessage: 'Units',
              })}
            </Field.Label>
            <MultiSelectNested
              withTags
              value={values.units}
              placeholder={formatMessage({
                id: trId('create-submission.units-placeholder'),
                defaultMessage: 'Who sent it in',
              })}
              onChange={(chosen) => setValues(withUnits(values, units, chosen))}
              onClear={() => setValues(withUnits(values, units, []))}
              options={UNIT_KINDS.map((kind) => ({
                label: labelOf(kind),
                children: units
                  .filter((unit) => unit.kind === kind)
                  .map((unit) => ({ label: unit.name, value: unit.documentId })),
              })).filter(({ children }) => children.length > 0)}
            />
            <Field.Error />
            <Field.Hint />
          </Field.Root>
          <Field.Root name="officers">
            <Field.Label>
              {formatMessage({
                id: trId('create-submission.field.officers'),
                defaultMessage: 'Officers',
              })}
            </Field.Label>
            <MultiSelectNested
              withTags
              disabled={officersOf(units, values.units).length === 0}
              value={values.officers}
              placeholder={formatMessage({
                id: trId('create-submission.officers-placeholder'),
                defaultMessage: 'Persons of these units, if known',
              })}
              onChange={(officers) => setValues({ ...values, officers })}
              onClear={() => setValues({ ...values, officers: [] })}
              options={officersOf(units, values.units).map((unit) => ({
                label: unit.name,
                children: unit.officers.map((officer) => ({
                  label: officer.name,
                  value: officer.documentId,
                })),
              }))}
            />
          </Field.Root>
          <Field.Root
            name="category"
            required
            error={
              isMissingCategory
                ? formatMessage({
                    id: trId('create-submission.category-required'),
                    defaultMessage: 'Choose what it is.',
                  })
                : undefined
            }
          >
            <Field.Label>
              {formatMessage({
                id: trId('create-submission.field.category'),
                defaultMessage: 'Category',
              })}
            </Field.Label>
            <SingleSelect
              value={values.category ?? ''}
              placeholder={formatMessage({
                id: trId('choice-input.placeholder'),
                defaultMessage: 'Choose',
              })}
              onChange={(value) =>
                setValues({
                  ...values,
                  category: CATEGORIES.find((each) => each === value) ?? null,
                })
              }
            >
              {CATEGORIES.map((category) => (
                <SingleSelectOption key={category} value={category}>
                  {labelOf(category)}
                </SingleSelectOption>
              ))}
            </SingleSelect>
            <Field.Error />
          </Field.Root>
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" type="button" onClick={onClose}>
          {formatMessage({ id: trId('action.cancel'), defaultMessage: 'Cancel' })}
        </Button>
        <Button type="submit" loading={isLoading}>
          {formatMessage({ id: trId('create-submission.confirm'), defaultMessage: 'Create' })}
        </Button>
      </Modal.Footer>
    </form>
  );
};
