/**
 * What the client bundle of 27 November 2026 says on the wire, frame by frame: the last one that named
 * no version of the protocol. Recorded, never to be changed: screens run for months.
 */
export const recordedClient = {
  path: '/socket.io/?EIO=4&transport=websocket',
  frames: [
    '40{"kind":"spectator"}',
    '420["watch",{"board":"works","topics":["feed","ranking:output"]}]',
  ],
};
