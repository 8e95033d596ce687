import { servePress } from '../press/press-thread.ts';
import { writeWorkbook, type SheetCell, type SheetJob } from './workbook.ts';

servePress<SheetJob, SheetCell[][]>(writeWorkbook);
