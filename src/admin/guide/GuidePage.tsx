import { useMemo, type MouseEvent } from 'react';
import { Layouts, Page } from '@strapi/strapi/admin';
import { Box, Button, Tabs } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useSearchParams } from 'react-router-dom';
import { styled } from 'styled-components';
import { useTour } from '../tour/useTour';
import { GUIDE_NAMES, type GuideName } from './guide-names';
import { guideHtml } from './guides';

const Prose = styled.article`
  max-width: 80rem;
  font-size: 1.5rem;
  line-height: 1.75;
  color: ${({ theme }) => theme.colors.neutral800};

  h1,
  h2 {
    font-weight: 600;
    line-height: 1.4;
  }

  h1 {
    font-size: 2.4rem;
  }

  h2 {
    margin-top: 2.8rem;
    font-size: 1.9rem;
  }

  p,
  ul,
  ol,
  pre,
  table {
    margin-block: 1rem;
  }

  ul,
  ol {
    padding-left: 2.4rem;
  }

  ul {
    list-style: disc;
  }

  ol {
    list-style: decimal;
  }

  strong {
    font-weight: 600;
  }

  img {
    max-width: 100%;
    border: 1px solid ${({ theme }) => theme.colors.neutral200};
    border-radius: 4px;
  }

  pre {
    overflow-x: auto;
    padding: 1.2rem;
    border-radius: 4px;
    background: ${({ theme }) => theme.colors.neutral150};
  }

  code {
    font-family: ui-monospace, monospace;
    font-size: 1.3rem;
  }

  th,
  td {
    padding: 0.6rem 1.2rem;
    border: 1px solid ${({ theme }) => theme.colors.neutral200};
    text-align: left;
    vertical-align: top;
  }

  a {
    color: ${({ theme }) => theme.colors.primary700};
  }
`;

/** Links between pages of the guide open their tab; others have no page in the panel. */
const guideOf = (event: MouseEvent): GuideName | undefined => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const name = link?.getAttribute('href')?.replace(/\.md$/, '');
  return GUIDE_NAMES.find((each) => each === name);
};

/** How each of the bureau's people works here, opened at the own role's page. */
export const GuidePage = () => {
  const { formatMessage } = useIntl();
  const { role: own, start } = useTour();
  const [query, setQuery] = useSearchParams();
  const name = GUIDE_NAMES.find((each) => each === query.get('page')) ?? own;
  const html = useMemo(() => guideHtml(name), [name]);
  const title = formatMessage({ id: 'site.guide.title', defaultMessage: 'Guide' });
  const open = (page: string) => setQuery({ page });
  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header
        title={title}
        subtitle={formatMessage({
          id: 'site.guide.subtitle',
          defaultMessage: 'How each of the bureau’s people works here, in Chinese',
        })}
        primaryAction={
          <Button variant="secondary" onClick={start}>
            {formatMessage({ id: 'site.tour.again', defaultMessage: 'Show the tour' })}
          </Button>
        }
      />
      <Layouts.Content>
        <Tabs.Root value={name} onValueChange={open} variant="simple">
          <Tabs.List aria-label={title}>
            {GUIDE_NAMES.map((each) => (
              <Tabs.Trigger key={each} value={each}>
                {formatMessage({ id: `site.guide.${each}`, defaultMessage: each })}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
          <Tabs.Content value={name}>
            <Box background="neutral0" padding={6} hasRadius shadow="tableShadow">
              <Prose
                lang="zh-Hans"
                data-testid="guide"
                onClick={(event) => {
                  const page = guideOf(event);
                  if (!page) return;
                  event.preventDefault();
                  open(page);
                }}
                dangerouslySetInnerHTML={{ __html: html }}
              />
            </Box>
          </Tabs.Content>
        </Tabs.Root>
      </Layouts.Content>
    </Page.Main>
  );
};
