/** Reads the PDF of a preview away from the window. The module begins to listen by itself. */
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
