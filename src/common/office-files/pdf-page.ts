/** Begins another page like the present one. */
export const nextPage = (pdf: PDFKit.PDFDocument): void => {
  const { height, margins, width } = pdf.page;
  pdf.addPage({ size: [width, height], margins });
};
