/**
 * Gives memory back now that nobody looks at it any more, instead of whenever a collection comes: for what
 * is tens of megabytes and short-lived. Does nothing to bytes that share their memory with others.
 */
export function letGo(bytes: Uint8Array): void {
  const { buffer } = bytes;
  if (buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength) buffer.transfer(0);
}
