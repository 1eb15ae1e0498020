/** Grows when the same response could be graded otherwise than before. */
export const graderVersion = 2;
