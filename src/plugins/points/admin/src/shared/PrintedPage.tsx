import { createGlobalStyle } from 'styled-components';

/** On paper a page stands without navigation and buttons, black on white, on as many sheets as it takes. */
export const PrintedPage = createGlobalStyle`
  @media print {
    @page {
      size: A4;
      margin: 12mm;
    }

    nav,
    aside,
    main button,
    [data-unprinted],
    [role='group'] {
      display: none !important;
    }

    html,
    body,
    *:has(main),
    main {
      display: block !important;
      height: auto !important;
      max-height: none !important;
      overflow: visible !important;
      background: #fff !important;
    }

    main,
    main * {
      color: #000 !important;
      print-color-adjust: exact;
    }

    main svg text {
      fill: #000 !important;
    }

    main section,
    main tr {
      break-inside: avoid;
    }
  }
`;
