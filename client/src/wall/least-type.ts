/** The least type of a wall, in hundredths of the screen's longer side: docs/spec/wall.md. */
export const leastType = 1.9;
