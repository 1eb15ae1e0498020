/** The five areas of the framework, in its order. */
export type AreaNumber = 1 | 2 | 3 | 4 | 5;

interface AreaDrawing {
  /** What stands in the disc, 24 by 24, drawn with a line. */
  readonly pictogram: string;
  /** What fills the corners, a tile of 8 by 8, drawn with a line: told apart in black and white. */
  readonly pattern: string;
}

/** Pictogram and pattern of each area: information, communication, creation, safety, environment. */
export const areaDrawings: Readonly<Record<AreaNumber, AreaDrawing>> = {
  1: {
    pictogram:
      'M10.5 19.5H4.5V3h8l4 4v1.5M8 8h3M8 12h1.5M15.5 11a3.7 3.7 0 1 0 0 7.4 3.7 3.7 0 0 0 0-7.4m2.7 6.4L21 20.5',
    pattern: 'M0 2h8M0 6h8',
  },
  2: {
    pictogram: 'M3 4h12.5v8.5H8.5L5 15.5v-3H3zm16 5.5h2V18h-2v3l-3.5-3h-6v-2.5M7 8.2h4.5',
    pattern: 'M2 2h.01M6 6h.01',
  },
  3: {
    pictogram: 'M13 5H3.5v15.5h15.5V12M9 15l.8-3.5L18 3.3l2.7 2.7-8.2 8.2z',
    pattern: 'M0 8 8 0M-2 2l4-4M6 10l4-4',
  },
  4: {
    pictogram: 'M12 2.5 4.5 5.5v6c0 4.5 3 7.7 7.5 9.5 4.5-1.8 7.5-5 7.5-9.5v-6zM8.5 11.7l2.7 2.7 4.5-4.9',
    pattern: 'M0 2h8M0 6h8M2 0v8M6 0v8',
  },
  5: {
    pictogram:
      'M8 2.5v4m5-4v4M5.5 6.5h10v4a5 5 0 0 1-10 0zm5 9c0 3.5 1.5 5.5 4.5 5.5s4-2 4-4.5c0-2.5-1-3-1-5',
    pattern: 'M0 6l4-4 4 4',
  },
};

/** The number of the area that an area's or a competence's id belongs to (`2`, `2.3`); 1 for an id of no area. */
export function areaNumberOf(id: string): AreaNumber {
  const number = Number(id.split('.')[0]);
  return isAreaNumber(number) ? number : 1;
}

function isAreaNumber(number: number): number is AreaNumber {
  return number in areaDrawings;
}
