/** What time it is: ms since the epoch. The fold never asks; whoever makes a fact does. */
export interface Clock {
  now(): number;
}
