import type { ReactNode } from 'react';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { Button } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import { MonthStepper } from '../shared/MonthStepper';
import { PrintedPage } from '../shared/PrintedPage';
import { trId } from '../shared/translations';

/** Parts of a page beside each other where there is room. */
export const ProfileColumns = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: 2.4rem;
  align-items: start;

  @media (min-width: 1100px) {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
`;

interface ProfileFrameProps {
  /** Whose page it is; the number in the address until it is read. */
  title: string;
  subtitle?: string;
  month: string;
  onMonth: (month: string) => void;
  children: ReactNode;
}

/** What the pages of units and people have around them. */
export const ProfileFrame = ({ title, subtitle, month, onMonth, children }: ProfileFrameProps) => {
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
      <Layouts.Content>{children}</Layouts.Content>
    </Page.Main>
  );
};
