import type { ComponentProps, ReactNode } from 'react';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { Button } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Loaded } from '../shared/Loaded';
import { MonthStepper } from '../shared/MonthStepper';
import { PrintedPage } from '../shared/PrintedPage';
import { trId } from '../shared/translations';

interface ProfilePageProps<Profile> {
  /** Whose page it is; what kind of page it is until it is read. */
  title: string;
  subtitle?: string;
  month: string;
  onMonth: (month: string) => void;
  /** The profile of the month, as it was asked for. */
  query: Partial<Pick<ComponentProps<typeof Loaded>, 'error'>> & {
    currentData?: Profile;
    refetch: () => void;
  };
  children: (profile: Profile) => ReactNode;
}

/** The page of a unit or a person in a month. */
export const ProfilePage = <Profile,>({
  title,
  subtitle,
  month,
  onMonth,
  query: { currentData, error, refetch },
  children,
}: ProfilePageProps<Profile>) => {
  const { formatMessage } = useIntl();
  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <PrintedPage />
      <Layouts.Header title={title} subtitle={subtitle} navigationAction={<BackButton />} />
      <Layouts.Action
        startActions={<MonthStepper value={month} onChange={onMonth} />}
        endActions={
          <Button variant="tertiary" size="S" onClick={() => window.print()}>
            {formatMessage({ id: trId('export.print'), defaultMessage: 'Print' })}
          </Button>
        }
      />
      <Layouts.Content>
        <Loaded
          place="page"
          data={currentData}
          error={error}
          failed={formatMessage({
            id: trId('profile.error'),
            defaultMessage: 'The page could not be read.',
          })}
          loading={formatMessage({
            id: trId('profile.loading'),
            defaultMessage: 'Reading the page',
          })}
          onRetry={refetch}
        >
          {children}
        </Loaded>
      </Layouts.Content>
    </Page.Main>
  );
};
