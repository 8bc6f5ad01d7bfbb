/** The pages of a finished PDF, to be drawn and read. The only place that knows PDF.js. */
import {
  getDocument,
  PDFWorker,
  RenderingCancelledException,
  TextLayer,
  VerbosityLevel,
  type PDFDocumentProxy
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { startWorker } from '../ui/start-worker.js';
import type { PageSize } from './page-layout.js';
import { toReadingOrder, type StructurePart } from './read-aloud.js';
import workerUrl from './pdf.worker.ts?worker&url';

export class PreviewDocument {
  private constructor(
    private readonly pdf: PDFDocumentProxy,
    /** In page order. */
    readonly sizes: readonly PageSize[]
  ) {}

  /** Takes the bytes over: they are of no use to the caller any more. */
  static async open(bytes: Uint8Array, worker: PDFWorker): Promise<PreviewDocument> {
    const pdf = await getDocument({
      data: bytes,
      worker,
      // The page's security policy forbids eval, blob fonts and requests; none is needed for our PDFs.
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      useWorkerFetch: false,
      useWasm: false,
      verbosity: VerbosityLevel.ERRORS
    }).promise;
    const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1);
    const sizes = await Promise.all(
      numbers.map(async (number) => {
        const { width, height } = (await pdf.getPage(number)).getViewport({ scale: 1 });
        return { width, height };
      })
    );
    return new PreviewDocument(pdf, sizes);
  }

  /**
   * @param index from 0.
   * @param scale device pixels a point.
   * @returns `null` when `signal` stopped it.
   */
  async draw(index: number, scale: number, signal: AbortSignal): Promise<HTMLCanvasElement | null> {
    const page = await this.pdf.getPage(index + 1);
    if (signal.aborted) return null;
    const viewport = page.getViewport({ scale });
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(viewport.width);
    canvas.height = Math.round(viewport.height);
    const task = page.render({ canvas, viewport });
    signal.addEventListener('abort', () => task.cancel());
    try {
      await task.promise;
      return canvas;
    } catch (error) {
      if (error instanceof RenderingCancelledException) return null;
      throw error;
    }
  }

  /** Lays the words of a page over its picture, invisible, for selecting and for reading aloud. */
  async writeText(index: number, container: HTMLElement, signal: AbortSignal): Promise<void> {
    const page = await this.pdf.getPage(index + 1);
    const [all, structure] = await Promise.all([
      page.getTextContent({ includeMarkedContent: true }),
      // `null` where a page has none, whatever the types say.
      page.getStructTree() as Promise<StructurePart | null>
    ]);
    if (signal.aborted) return;
    const textContentSource = { ...all, items: toReadingOrder(all.items, structure) };
    const viewport = page.getViewport({ scale: 1 });
    await new TextLayer({ textContentSource, container, viewport }).render();
  }

  close(): void {
    void this.pdf.destroy();
  }
}

export interface DocumentReader {
  /** Takes the bytes over. */
  open(bytes: Uint8Array): Promise<PreviewDocument>;
  /** Ends the worker, and with it every document. */
  close(): void;
}

export function startReader(): DocumentReader {
  const port = startWorker(workerUrl);
  const worker = PDFWorker.create({ port });
  return {
    open: (bytes) => PreviewDocument.open(bytes, worker),
    close() {
      worker.destroy();
      port.terminate();
    }
  };
}
