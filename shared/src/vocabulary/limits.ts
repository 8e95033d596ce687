/** Apart from the schemas: the pages use them and leave the schemas' library to the server. */
export const maxPartners = 32;
export const maxNoteCharacters = 2000;
