import { createRequest } from '@emulation/client-sdk';

/** One call of `/api/v1` of the server that this page came from, with its session. */
export const request = createRequest();
