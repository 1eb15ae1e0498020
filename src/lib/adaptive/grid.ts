/** Points of the ability scale on which every curve and density is kept. */
export const GRID_COUNT = 29;

/** Nearly five SD each way; neighbours are closer than the SD of the sharpest posterior of a long test. */
const REACH = 4.76;

/** The abilities of the grid, evenly spaced, least first. */
export const GRID: Float64Array = Float64Array.from(
  { length: GRID_COUNT },
  (_, index) => REACH * ((2 * index) / (GRID_COUNT - 1) - 1),
);
