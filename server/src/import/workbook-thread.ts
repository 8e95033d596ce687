import { servePress } from '../outlets/press/press-thread.ts';
import { workbookAsCsv, type WorkbookFile } from './workbook.ts';

servePress<WorkbookFile, never>(workbookAsCsv);
