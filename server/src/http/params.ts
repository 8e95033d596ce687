import { slugSchema } from '@emulation/shared';
import { z } from 'zod';

/** An id chosen by the client, as part of the address. */
export const ownIdParams = z.object({ board: z.string(), id: slugSchema });

/** Whether the board and the result exist is said by the board, not by the form of their ids. */
export const boardParams = z.object({ board: z.string() });
export const resultParams = z.object({ board: z.string(), id: z.string() });
