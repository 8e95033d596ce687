/** Its name, apart from the library: most requests have none. */
export const sessionCookie = 'board_session';
