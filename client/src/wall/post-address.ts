/** Where results are posted, as people type it: without the scheme. */
export function postAddress(board: string): string {
  return `${location.host}/b/${board}/post`;
}
